import { useQuery } from '@tanstack/react-query';
import { IncidentLink } from '@/app/incident_link';
import { servicesQuery } from '@/app/shared_queries';
import { Ago, Span } from '@/design/moment';
import { Chip } from '@/design/tone';
import type { Incident } from './data';
import { lasted } from './incident_line';
import { incidentWords, ServiceMark, StateChip } from './state_words';
import { ToldMark } from './told_mark';
import { When } from './when';

/** How it stands, in a line below its title. */
export function IncidentHead({ incident }: { incident: Incident }) {
  const services = useQuery(servicesQuery).data?.items ?? [];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <StateChip state={incidentWords[incident.state]} />
      <ToldMark incident={incident.id} />
      {incident.merged_into && (
        <span>
          merged into <IncidentLink id={incident.merged_into} />
        </span>
      )}
      {incident.repeats.length > 0 && (
        <Chip tone="warn" icon="info">
          It happens again
        </Chip>
      )}
      {incident.resolved_at ? (
        <span>
          <Span from={incident.started_at} to={incident.resolved_at} />, lasted {lasted(incident)}
        </span>
      ) : (
        <>
          <When when={incident.when} />
          <span>
            began <Ago at={incident.started_at} />
          </span>
        </>
      )}
      {incident.services.map(({ service, state }) => {
        const name = services.find(({ id }) => id === service)?.name;
        if (!name) return null;
        return incident.resolved_at ? (
          <span key={service} dir="auto">
            {name}
          </span>
        ) : (
          <ServiceMark key={service} name={name} state={state} />
        );
      })}
    </div>
  );
}
