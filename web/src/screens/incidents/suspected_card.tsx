import { useQuery } from '@tanstack/react-query';
import { suspectedIncidentsQuery } from '@/app/shared_queries';
import { Card } from '@/design/page';
import { IncidentLine } from './incident_line';

/** What waits for somebody to judge it; nothing where nothing is suspected. */
export function SuspectedCard() {
  const rows = useQuery(suspectedIncidentsQuery).data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <Card title="Suspected: look at it" aside={`${rows.length}`} flush>
      <ul>
        {rows.map((incident) => (
          <IncidentLine key={incident.id} incident={incident} />
        ))}
      </ul>
    </Card>
  );
}
