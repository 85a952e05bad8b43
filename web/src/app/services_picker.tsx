// Which services something touches: boxes to tick, in the order of the status page.
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from '@/design/field';
import { servicesQuery } from './shared_queries';

export function ServicesPicker({
  value,
  onChange,
  error,
}: {
  value: readonly string[];
  onChange: (services: string[]) => void;
  error?: string | undefined;
}) {
  const all = useQuery(servicesQuery).data?.items ?? [];
  // A group holds services and is none itself.
  const services = all.filter(({ is_group }) => !is_group);
  return (
    <fieldset data-field="services" className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium">Services</legend>
      <div className="grid gap-1.5 sm:grid-cols-2">
        {services.map(({ id, name }) => (
          <Checkbox
            key={id}
            isSelected={value.includes(id)}
            onChange={(on) => onChange(on ? [...value, id] : value.filter((each) => each !== id))}
          >
            <span dir="auto">{name}</span>
          </Checkbox>
        ))}
      </div>
      {error && <p className="font-medium text-bad text-sm">{error}</p>}
    </fieldset>
  );
}
