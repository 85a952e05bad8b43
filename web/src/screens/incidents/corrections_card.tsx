import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/app/session';
import { peopleQuery } from '@/app/shared_queries';
import { Moment } from '@/design/moment';
import { Card } from '@/design/page';
import { correctionsQuery } from './data';

/** Who corrected the times, when and why; nothing where nobody did. */
export function CorrectionsCard({ incident }: { incident: string }) {
  const corrections = useQuery(correctionsQuery(incident)).data?.items ?? [];
  const nameOf = useActorName(corrections.length > 0);
  if (corrections.length === 0) return null;
  return (
    <Card title="Corrections">
      <ol>
        {corrections.map(({ id, by, at, reason, before }) => (
          <li key={id} className="border-line border-t py-2 first:border-t-0 first:pt-0">
            <p dir="auto">{reason}</p>
            <p className="text-sm text-soft">
              <span dir="auto">{nameOf(by)}</span>, <Moment at={at} />. Before, it stood as{' '}
              <Moment at={before.started_at} /> –{' '}
              {before.ended_at ? <Moment at={before.ended_at} /> : 'open'}.
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** By the id of a person or of a token. */
function useActorName(isNeeded: boolean): (actor: string) => string {
  const mayTeam = useMay('read_team');
  const people = useQuery({ ...peopleQuery, enabled: mayTeam && isNeeded }).data?.items;
  return (actor) =>
    people?.find(({ id }) => id === actor)?.name ??
    (actor.startsWith('tok_') ? 'A program' : 'One of us');
}
