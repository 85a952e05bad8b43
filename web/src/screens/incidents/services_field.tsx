import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { serviceStates } from '@/app/service_state';
import { servicesQuery } from '@/app/shared_queries';
import { Choice, SearchField } from '@/design/field';
import { Skeleton } from '@/design/states';
import type { Hit } from './compose_draft';
import type { Service } from './data';
import { ServiceMark } from './state_words';

const choices = [
  { id: 'untouched', name: 'Not affected', isRest: true },
  ...(['degraded', 'partial', 'major'] as const).map((id) => ({
    id,
    name: serviceStates[id].word,
  })),
] as const;

/** From here on one types the name instead of reading all. */
const manyServices = 10;

/** Each service with how this incident hits it, beside how it stands by others. */
export function ServicesField({
  value,
  onChange,
  error,
}: {
  value: Record<string, Hit>;
  onChange: (value: Record<string, Hit>) => void;
  error?: string | undefined;
}) {
  const services = useQuery(servicesQuery);
  const [wish, setWish] = useState('');
  const all = services.data?.items ?? [];
  const wanted = wish.trim().toLowerCase();
  const shown = all.filter(({ id, name }) => value[id] || name.toLowerCase().includes(wanted));
  const set = (id: string, hit: Hit | 'untouched') => {
    const { [id]: _, ...rest } = value;
    onChange(hit === 'untouched' ? rest : { ...rest, [id]: hit });
  };
  return (
    <fieldset className="flex min-w-0 flex-col" aria-describedby="services-error">
      <legend className="mb-1 font-medium">Services</legend>
      {all.length > manyServices && (
        <div className="mb-1 max-w-80">
          <SearchField label="Find a service" value={wish} onChange={setWish} />
        </div>
      )}
      {services.isPending && <Skeleton lines={4} />}
      <ul>
        {shown.map((service) => (
          <li
            key={service.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t py-1.5 first:border-t-0"
          >
            <Name service={service} />
            <Choice
              label={service.name}
              hideLabel
              options={choices}
              value={value[service.id] ?? 'untouched'}
              onChange={(hit) => set(service.id, hit)}
            />
          </li>
        ))}
      </ul>
      <p id="services-error" className="font-medium text-bad text-sm">
        {error}
      </p>
    </fieldset>
  );
}

function Name({ service }: { service: Service }) {
  return (
    <div className={`min-w-32 grow ${service.parent ? 'ps-4' : ''}`}>
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
