// Which services something touches: boxes to tick, in the order of the status page.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox, SearchField } from '@/design/field';
import { servicesQuery } from './shared_queries';

/** From here on one types the name instead of reading all. */
const manyServices = 20;

export function ServicesPicker({
  label = 'Services',
  value,
  onChange,
  error,
  noteOn = () => undefined,
}: {
  label?: string;
  value: readonly string[];
  onChange: (services: string[]) => void;
  error?: string | undefined;
  /** What is to be known of one before it is chosen. */
  noteOn?: (service: string) => string | undefined;
}) {
  const [wish, setWish] = useState('');
  const all = useQuery(servicesQuery).data?.items ?? [];
  // A group holds services and is none itself.
  const services = all.filter(({ is_group }) => !is_group);
  const wanted = wish.trim().toLowerCase();
  const shown = services.filter(
    ({ id, name }) => value.includes(id) || name.toLowerCase().includes(wanted),
  );
  return (
    <fieldset data-field="services" className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 font-medium">{label}</legend>
      {services.length > manyServices && (
        <div className="mb-1 max-w-80">
          <SearchField label="Find a service" value={wish} onChange={setWish} />
        </div>
      )}
      <div className="grid gap-1.5 sm:grid-cols-2">
        {shown.map(({ id, name }) => {
          const note = noteOn(id);
          return (
            <Checkbox
              key={id}
              isSelected={value.includes(id)}
              onChange={(on) => onChange(on ? [...value, id] : value.filter((each) => each !== id))}
            >
              <span dir="auto">{name}</span>
              {note && <span className="text-sm text-soft"> {note}</span>}
            </Checkbox>
          );
        })}
      </div>
      {error && <p className="font-medium text-bad text-sm">{error}</p>}
    </fieldset>
  );
}
