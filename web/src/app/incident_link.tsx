import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { incidentQuery } from './shared_queries';

/** An incident of which only the id is known, by its title. */
export function IncidentLink({ id }: { id: string }) {
  const incident = useQuery(incidentQuery(id)).data;
  return (
    <Link
      to="/incidents/$id"
      params={{ id }}
      className="text-link underline underline-offset-2"
      dir="auto"
    >
      {incident?.title ?? 'An incident'}
    </Link>
  );
}
