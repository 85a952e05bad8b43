import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { serviceStates } from '@/app/service_state';
import { servicesQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { Select, TextField } from '@/design/field';
import { HitFields } from './hit_fields';
import { type HitState, isPartly } from './hits';
import { addedStretch, type StretchWish, type TimesWish } from './times_draft';

const states = (['degraded', 'partial', 'major'] as const).map((id) => ({
  id,
  name: serviceStates[id].word,
}));

/** Each service, from when to when and in which state; several stretches where it changed. */
export function StretchesField({
  wish,
  isOver,
  onChange,
  error,
}: {
  wish: TimesWish;
  isOver: boolean;
  onChange: (stretches: readonly StretchWish[]) => void;
  error: string | undefined;
}) {
  const services = useQuery(servicesQuery).data?.items.filter(({ is_group }) => !is_group) ?? [];
  const { stretches } = wish;
  const set = (next: StretchWish) =>
    onChange(stretches.map((each) => (each.key === next.key ? next : each)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby="stretches-error">
      <legend className="mb-1 font-medium">What it did to services</legend>
      {stretches.map((stretch) => (
        <Stretch
          key={stretch.key}
          stretch={stretch}
          name={services.find(({ id }) => id === stretch.service)?.name ?? 'A retired service'}
          isOver={isOver}
          onChange={set}
          onRemove={() => onChange(stretches.filter(({ key }) => key !== stretch.key))}
        />
      ))}
      {stretches.length === 0 && <p className="text-soft">Nothing: no service was touched.</p>}
      <div className="max-w-80">
        <Select
          label="Add a stretch"
          hideLabel
          empty="Add a stretch for …"
          options={services.map(({ id, name }) => ({ id, name }))}
          value={null}
          onChange={(service) => onChange([...stretches, addedStretch(wish, service)])}
        />
      </div>
      <p id="stretches-error" className="font-medium text-bad text-sm">
        {error}
      </p>
    </fieldset>
  );
}

function Stretch({
  stretch,
  name,
  isOver,
  onChange,
  onRemove,
}: {
  stretch: StretchWish;
  name: string;
  isOver: boolean;
  onChange: (next: StretchWish) => void;
  onRemove: () => void;
}) {
  return (
    <fieldset className="grid gap-2 sm:items-end border-line border-t pt-2 sm:grid-cols-[minmax(0,1fr)_10rem_12rem_12rem_auto]">
      <legend className="sr-only">Stretch of {name}</legend>
      <span className="font-medium sm:pb-1.5" dir="auto">
        {name}
      </span>
      <Select<HitState>
        label={`State of ${name}`}
        hideLabel
        options={states}
        value={stretch.hit.state}
        onChange={(state) => onChange({ ...stretch, hit: { ...stretch.hit, state } })}
      />
      <TextField
        label="From"
        type="datetime-local"
        value={stretch.from.text}
        onChange={(text) => onChange({ ...stretch, from: { ...stretch.from, text } })}
      />
      <TextField
        label={isOver ? 'To' : 'To (empty: it goes on)'}
        type="datetime-local"
        value={stretch.to.text}
        onChange={(text) => onChange({ ...stretch, to: { ...stretch.to, text } })}
      />
      <Button look="quiet" className="w-fit" onPress={onRemove}>
        <X aria-hidden className="size-4" />
        <span className="sm:sr-only">
          Remove <span className="sr-only">this stretch of {name}</span>
        </span>
      </Button>
      {isPartly(stretch.hit.state) && (
        <div className="sm:col-span-5">
          <HitFields
            name={name}
            hit={stretch.hit}
            onChange={(hit) => onChange({ ...stretch, hit })}
          />
        </div>
      )}
    </fieldset>
  );
}
