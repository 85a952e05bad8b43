import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { flat } from '@/api/queries';
import { Button } from '@/design/button';
import { Span } from '@/design/moment';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { Mark } from '@/design/tone';
import { duration } from '@/design/words_of_time';
import { type Window, windowsQuery } from './data';
import { useServiceNames } from './incident_line';
import { StateChip, windowWords } from './state_words';

const isOver = ({ state }: Window) => state === 'finished' || state === 'cancelled';

/** What is planned and what runs, soonest first; what is over stands folded below. */
export function WindowsCard() {
  const windows = useInfiniteQuery(windowsQuery);
  const rows = flat(windows.data);
  const ahead = rows.filter((window) => !isOver(window));
  const over = rows.filter(isOver);
  return (
    <Card title="Planned windows" aside={ahead.length > 0 ? `${ahead.length}` : undefined} flush>
      {windows.isPending ? (
        <Skeleton lines={2} className="px-4 pb-2" />
      ) : windows.isLoadingError ? (
        <Failure error={windows.error} onRetry={() => void windows.refetch()} />
      ) : ahead.length === 0 ? (
        <p className="px-4 pt-1 pb-4 text-soft">Nothing is planned.</p>
      ) : (
        <Lines windows={ahead} />
      )}
      {over.length > 0 && (
        <details className="border-line border-t">
          <summary className="px-4 py-2 text-soft outline-offset-[-2px] hover:bg-hover">
            Earlier windows
          </summary>
          <Lines windows={over} />
          {windows.hasNextPage && (
            <div className="px-4 pb-3">
              <Button
                isPending={windows.isFetchingNextPage}
                onPress={() => void windows.fetchNextPage()}
              >
                Show more
              </Button>
            </div>
          )}
        </details>
      )}
    </Card>
  );
}

function Lines({ windows }: { windows: readonly Window[] }) {
  const namesOf = useServiceNames();
  return (
    <ul>
      {windows.map((window) => (
        <li key={window.id} className="border-line border-t first:border-t-0">
          <Link
            to="/windows"
            search={{ window: window.id }}
            resetScroll={false}
            className="lit grid items-baseline gap-x-4 gap-y-1 px-4 py-2.5 outline-offset-[-2px] hover:bg-hover sm:grid-cols-[7.5rem_minmax(0,1fr)_minmax(0,auto)]"
          >
            <span>
              <StateChip state={windowWords[window.state]} />
            </span>
            <span className="min-w-0">
              <span className="block font-medium" dir="auto">
                {window.title}
              </span>
              <span className="block min-h-lh text-sm text-soft">
                {namesOf(window.services).join(', ')}
              </span>
            </span>
            <span className="text-sm sm:text-end">
              <span className="block">
                <Span from={window.starts_at} to={window.ends_at} />
              </span>
              <span className="block text-soft">
                {duration(Date.parse(window.ends_at) - Date.parse(window.starts_at))}
              </span>
              {window.notice_short && !isOver(window) && <Mark tone="warn">Short notice</Mark>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
