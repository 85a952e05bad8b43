import { useQuery } from '@tanstack/react-query';
import { Moment } from '@/design/moment';
import { Card } from '@/design/page';
import { correctionsQuery } from './data';

/** Who corrected the times, when and why; nothing where nobody did. */
export function CorrectionsCard({ incident }: { incident: string }) {
  const corrections = useQuery(correctionsQuery(incident)).data?.items ?? [];
  if (corrections.length === 0) return null;
  return (
    <Card title="Corrections">
      <ol>
        {corrections.map(({ id, by, at, reason, started_at, ended_at }) => (
          <li key={id} className="border-line border-t py-2 first:border-t-0 first:pt-0">
            <p dir="auto">{reason}</p>
            <p className="text-sm text-soft">
              <span dir="auto">{by}</span>, <Moment at={at} />. Before, it stood as{' '}
              <Moment at={started_at} /> – {ended_at ? <Moment at={ended_at} /> : 'open'}.
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
