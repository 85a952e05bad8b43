import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { servicesQuery } from '@/app/shared_queries';
import { Ago } from '@/design/moment';
import { duration } from '@/design/words_of_time';
import type { Incident } from './data';
import { incidentWords, StateChip } from './state_words';
import { ToldMark } from './told_mark';
import { When } from './when';

/** Names of services, in the order of the status page. */
export function useServiceNames(): (ids: readonly string[]) => string[] {
  const services = useQuery(servicesQuery).data?.items ?? [];
  return (ids) => services.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}

/** The row of an incident, as a link to it. */
export function IncidentLine({ incident }: { incident: Incident }) {
  const names = useServiceNames()(incident.services.map(({ service }) => service));
  return (
    <li className="border-line border-t first:border-t-0">
      <Link
        to="/incidents/$id"
        params={{ id: incident.id }}
        className="lit grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 px-4 py-2.5 outline-offset-[-2px] hover:bg-hover sm:grid-cols-[7.5rem_minmax(0,1fr)_minmax(0,auto)_5.5rem]"
      >
        <span>
          <StateChip state={incidentWords[incident.state]} />
        </span>
        <span className="min-w-0 max-sm:order-3 max-sm:col-span-2">
          <span className="block font-medium" dir="auto">
            {incident.title}
          </span>
          <span className="block min-h-lh text-sm text-soft">
            {[
              ...names,
              incident.account && 'one customer only',
              incident.merged_into && 'merged into another',
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </span>
        <span className="max-sm:order-4 max-sm:col-span-2">
          {incident.state === 'suspected' ? (
            <span className="text-soft text-sm">Nobody was told yet</span>
          ) : incident.resolved_at ? (
            <span className="text-soft text-sm">lasted {lasted(incident)}</span>
          ) : (
            <span className="flex flex-col items-start sm:items-end">
              <When when={incident.when} />
              <ToldMark incident={incident.id} />
            </span>
          )}
        </span>
        <span className="text-end text-sm text-soft max-sm:order-2">
          <Ago at={incident.started_at} />
        </span>
      </Link>
    </li>
  );
}

export function lasted({ started_at, resolved_at }: Incident): string {
  return resolved_at ? duration(Date.parse(resolved_at) - Date.parse(started_at)) : '';
}
