// How this month stands against what was sold, before anybody has to ask.
import { useQuery } from '@tanstack/react-query';
import type { Gives } from '@/api/client';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { Mark } from '@/design/tone';
import { duration } from '@/design/words_of_time';
import { standingQuery } from './queries';

type Standing = Gives<'/api/v1/accounts/{id}/standing'>;

export function StandingCard({ account }: { account: string }) {
  const standing = useQuery(standingQuery(account));
  return (
    <Card title="This month">
      {standing.isPending ? (
        <Skeleton lines={3} />
      ) : standing.isLoadingError ? (
        <Failure error={standing.error} onRetry={() => void standing.refetch()} />
      ) : (
        <Figures standing={standing.data} />
      )}
    </Card>
  );
}

function Figures({ standing }: { standing: Standing }) {
  const hurt = standing.services.filter(({ down_s }) => down_s > 0);
  return (
    <>
      <p>
        <span className="font-semibold text-xl">
          {standing.shown ? `${standing.shown} %` : 'Nothing to count yet'}
        </span>
        {standing.target && <span className="text-soft"> of {standing.target} % promised</span>}
      </p>
      {standing.target && <Left standing={standing} />}
      {hurt.length > 0 && (
        <ul className="mt-2 flex flex-col gap-1">
          {hurt.map(({ service, name, shown, down_s }) => (
            <li key={service} className="flex items-baseline justify-between gap-3">
              <span dir="auto">{name}</span>
              <span className="text-sm text-soft">
                {shown} %, {duration(down_s * 1_000)} lost
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-sm text-soft">Counted at each moment by the worst of its services.</p>
    </>
  );
}

function Left({ standing: { left_s, is_violated } }: { standing: Standing }) {
  const time = duration(left_s * 1_000);
  return is_violated ? (
    <Mark tone="bad">Violated: missed by {time}</Mark>
  ) : (
    <Mark tone="ok">{time} may still be lost this month</Mark>
  );
}
