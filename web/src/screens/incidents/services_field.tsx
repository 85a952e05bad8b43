import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { serviceStates } from '@/app/service_state';
import { servicesQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { Choice, type Option, SearchField, Select } from '@/design/field';
import { Skeleton } from '@/design/states';
import { useNarrow } from '@/design/use_narrow';
import type { Service } from './data';
import { HitFields } from './hit_fields';
import { type Hit, type HitState, type Hits, isPartly } from './hits';
import { ServiceMark } from './state_words';

type Chosen = HitState | 'untouched';

const troubles: Option<Chosen>[] = (['degraded', 'partial', 'major'] as const).map((id) => ({
  id,
  name: serviceStates[id].word,
}));
const untouched: Option<Chosen> = { id: 'untouched', name: 'Not affected', isRest: true };
const works: Option<Chosen> = { id: 'operational', name: 'Works again', isRest: true };

/** From here on one types the name instead of reading all. */
const manyServices = 10;

/**
 * Each service with how the incident hits it, beside how it stands by others. Those that it names
 * already (`held`) can work again, but were never untouched; they stand alone at first.
 */
export function ServicesField({
  value,
  onChange,
  error,
  held,
}: {
  value: Hits;
  onChange: (value: Hits) => void;
  error?: string | undefined;
  held?: ReadonlySet<string>;
}) {
  const services = useQuery(servicesQuery);
  const [wish, setWish] = useState('');
  const [showsAll, setShowsAll] = useState(!held);
  // A group has no state of its own.
  const all = services.data?.items.filter(({ is_group }) => !is_group) ?? [];
  const wanted = wish.trim().toLowerCase();
  const shown = all.filter(
    ({ id, name }) => value[id] || (showsAll && name.toLowerCase().includes(wanted)),
  );
  const set = (id: string, chosen: Chosen) => {
    const { [id]: before = { percent: '', symptom: '' }, ...rest } = value;
    onChange(chosen === 'untouched' ? rest : { ...rest, [id]: { ...before, state: chosen } });
  };
  return (
    <fieldset className="flex min-w-0 flex-col" aria-describedby="services-error">
      <legend className="mb-1 font-medium">Services</legend>
      {showsAll && all.length > manyServices && (
        <div className="mb-1 max-w-80">
          <SearchField label="Find a service" value={wish} onChange={setWish} />
        </div>
      )}
      {services.isPending && <Skeleton lines={4} />}
      <ul>
        {shown.map((service) => {
          const hit = value[service.id];
          return (
            <li
              key={service.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t py-1.5 first:border-t-0"
            >
              <Name service={service} />
              <HowHit
                name={service.name}
                options={[held?.has(service.id) ? works : untouched, ...troubles]}
                value={hit?.state ?? 'untouched'}
                onChange={(chosen) => set(service.id, chosen)}
              />
              {hit && isPartly(hit.state) && (
                <HitFields
                  name={service.name}
                  hit={hit}
                  onChange={(next: Hit) => onChange({ ...value, [service.id]: next })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {!showsAll && all.length > shown.length && (
        <div>
          <Button look="quiet" className="-ms-3" onPress={() => setShowsAll(true)}>
            It hits another service, too
          </Button>
        </div>
      )}
      <p id="services-error" className="font-medium text-bad text-sm">
        {error}
      </p>
    </fieldset>
  );
}

/** All in sight where there is room; on a phone a line for each service, not three. */
function HowHit({
  name,
  options,
  value,
  onChange,
}: {
  name: string;
  options: readonly Option<Chosen>[];
  value: Chosen;
  onChange: (value: Chosen) => void;
}) {
  const isNarrow = useNarrow();
  const field = { label: name, hideLabel: true, options, value, onChange };
  if (!isNarrow) return <Choice<Chosen> {...field} />;
  return (
    <div className={value === 'untouched' ? 'w-34' : 'w-full'}>
      <Select<Chosen> {...field} />
    </div>
  );
}

function Name({ service }: { service: Service }) {
  return (
    <div className="min-w-24 grow basis-0 sm:min-w-32 sm:basis-auto">
      {service.state === 'operational' ? (
        <span dir="auto">{service.name}</span>
      ) : (
        <ServiceMark name={service.name} state={service.state} />
      )}
      {!service.is_public && (
        <span className="block text-sm text-soft">Not on the public page</span>
      )}
    </div>
  );
}
