// What the service was when, newest first, and what held it in that state.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { flat } from '@/api/queries';
import { IncidentLink } from '@/app/incident_link';
import { ServiceState } from '@/app/service_state';
import { windowQuery } from '@/app/shared_queries';
import { AtEnd } from '@/design/at_end';
import { Moment, useNow } from '@/design/moment';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { type Column, Table } from '@/design/table';
import { Mark } from '@/design/tone';
import { duration } from '@/design/words_of_time';
import { historyQuery, type Stretch } from './queries';

const columns: Column<Stretch>[] = [
  { name: 'State', cell: ({ state }) => <ServiceState state={state} /> },
  { name: 'Because of', cell: (stretch) => <HeldBy stretch={stretch} /> },
  { name: 'From', end: true, cell: ({ from }) => <Moment at={from} /> },
  { name: 'To', end: true, cell: ({ to }) => (to ? <Moment at={to} /> : 'now') },
  { name: 'Lasted', end: true, cell: (stretch) => <Lasted stretch={stretch} /> },
];

export function HistoryCard({ service }: { service: string }) {
  const history = useInfiniteQuery(historyQuery(service));
  const rows = flat(history.data);
  return (
    <Card title="History" flush>
      {history.isPending ? (
        <Skeleton lines={4} className="px-4 pb-2" />
      ) : history.isLoadingError ? (
        <Failure error={history.error} onRetry={() => void history.refetch()} />
      ) : rows.length === 0 ? (
        <p className="px-4 pt-1 pb-4 text-soft">It has worked all the time.</p>
      ) : (
        <Table
          caption="States of this service"
          columns={columns}
          rows={rows}
          rowKey={({ state, from, incident, window }) => `${from} ${state} ${incident ?? window}`}
        />
      )}
      {history.hasNextPage && (
        <AtEnd
          key={rows.length}
          onReach={() => !history.isFetching && void history.fetchNextPage()}
        />
      )}
    </Card>
  );
}

function Lasted({ stretch: { from, to } }: { stretch: Stretch }) {
  const now = useNow();
  return duration((to ? Date.parse(to) : now) - Date.parse(from));
}

function HeldBy({ stretch }: { stretch: Stretch }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      {stretch.incident ? (
        <IncidentLink id={stretch.incident} />
      ) : stretch.window ? (
        <WindowLink id={stretch.window} />
      ) : (
        <span className="text-soft">
          {stretch.state === 'unknown' ? 'What watches it said nothing' : 'Nothing'}
        </span>
      )}
      {stretch.corrected && (
        <span className="text-sm">
          <Mark tone="plan" icon="info">
            Corrected later
          </Mark>
        </span>
      )}
    </span>
  );
}

function WindowLink({ id }: { id: string }) {
  const window = useQuery(windowQuery(id)).data;
  return (
    <Link
      to="/windows"
      search={{ window: id }}
      className="text-link underline underline-offset-2"
      dir="auto"
    >
      {window?.title ?? 'A window'}
    </Link>
  );
}
