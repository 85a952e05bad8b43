import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PromiseState } from '@/app/promise_state';
import { Moment } from '@/design/moment';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { promisesTo } from './queries';

/** What we promised them, to the account or to one of its people. */
export function Owed({ account }: { account: string }) {
  const promises = useQuery(promisesTo(account));
  const rows = promises.data?.items ?? [];
  return (
    <Card title="Promises" flush>
      {promises.isPending ? (
        <Skeleton lines={3} className="px-4 pb-2" />
      ) : promises.isLoadingError ? (
        <Failure error={promises.error} onRetry={() => void promises.refetch()} />
      ) : rows.length === 0 ? (
        <p className="px-4 pb-4 text-soft">We have promised them nothing yet.</p>
      ) : (
        <ul className="pb-1">
          {rows.map((promise) => (
            <li
              key={promise.id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-t px-4 py-2 first:border-t-0"
            >
              <Link
                to="/promises"
                search={{ view: 'all', promise: promise.id }}
                className="min-w-0 py-0.5 underline decoration-edge underline-offset-3"
                dir="auto"
              >
                {promise.text}
              </Link>
              <PromiseState promise={promise} />
              <span className="text-sm text-soft">
                {promise.due_at ? <Moment at={promise.due_at} /> : 'no date'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
