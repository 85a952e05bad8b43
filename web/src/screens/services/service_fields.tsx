// What is asked of a service, whether it is added or changed.
import { fieldError } from '@/api/problem';
import { Select, Switch, TextField } from '@/design/field';
import { duration } from '@/design/words_of_time';
import type { NewService } from './queries';

export type Wish = Pick<NewService, 'name'> & {
  description: string;
  is_public: boolean;
  is_group: boolean;
  parent: string | null;
  checked_every_s: number | null;
};

export const wishFields = ['name', 'description', 'parent', 'checked_every_s', 'is_group'] as const;

/** What watches services usually looks as often as this. */
const intervals = [30, 60, 300, 900, 3_600];

export function ServiceFields({
  value,
  onChange,
  groups,
  error,
}: {
  value: Wish;
  onChange: (change: Partial<Wish>) => void;
  groups: readonly { id: string; name: string }[];
  error: Error | null;
}) {
  const every = value.checked_every_s;
  const offered = every === null || intervals.includes(every) ? intervals : [...intervals, every];
  return (
    <>
      <TextField
        label="Name"
        help="As customers know it: “Uploads”."
        value={value.name}
        onChange={(name) => onChange({ name })}
        error={fieldError(error, 'name')}
        needed="Give it the name that customers know."
        autoFocus
      />
      <TextField
        label="Description"
        help="One line for those who do not know it by its name. May stay empty."
        value={value.description}
        onChange={(description) => onChange({ description })}
        error={fieldError(error, 'description')}
      />
      {(groups.length > 0 || value.parent) && (
        <Select
          label="In the group"
          options={[{ id: '', name: 'None: at the top' }, ...groups]}
          value={value.parent ?? ''}
          onChange={(parent) => onChange({ parent: parent || null })}
          error={fieldError(error, 'parent')}
        />
      )}
      {!value.is_group && (
        <Select
          label="Watched"
          help="When what watches it is silent for three times as long, its state is not known."
          options={[
            { id: '', name: 'By nobody: people confirm that it is well' },
            ...offered
              .toSorted((one, other) => one - other)
              .map((seconds) => ({
                id: String(seconds),
                name: `Every ${duration(seconds * 1_000)}`,
              })),
          ]}
          value={every === null ? '' : String(every)}
          onChange={(seconds) => onChange({ checked_every_s: seconds ? Number(seconds) : null })}
          error={fieldError(error, 'checked_every_s')}
        />
      )}
      <Switch isSelected={value.is_public} onChange={(is_public) => onChange({ is_public })}>
        On the public page
      </Switch>
    </>
  );
}
