// The ledger: every deadline we gave, soonest due first; nothing that was said is ever erased.

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Handshake, Plus } from 'lucide-react';
import { flat } from '@/api/queries';
import type { PromiseView } from '@/app/router';
import { useMay } from '@/app/session';
import { promiseCountsQuery } from '@/app/shared_queries';
import { useShortcuts } from '@/app/shortcuts';
import { Button } from '@/design/button';
import { Choice } from '@/design/field';
import { Grid } from '@/design/grid';
import { PageHead } from '@/design/page';
import { Empty, Failure, Skeleton } from '@/design/states';
import { useNarrow } from '@/design/use_narrow';
import { countOf, grouped } from '@/design/words';
import { NewPromise } from './new_promise';
import { PromiseDialog } from './promise_dialog';
import { PromiseLine } from './promise_line';
import { useLedger } from './queries';

const route = getRouteApi('/inside/promises');

const views: readonly { id: PromiseView; name: string; nothing: string }[] = [
  { id: 'open', name: 'Open', nothing: 'Nothing is promised that is not done' },
  { id: 'late', name: 'Late', nothing: 'Nothing is late' },
  { id: 'kept', name: 'Kept', nothing: 'Nothing was kept yet' },
  { id: 'done_late', name: 'Done late', nothing: 'Nothing was done late' },
  { id: 'broken', name: 'Broken', nothing: 'Nothing is broken' },
  { id: 'withdrawn', name: 'Withdrawn', nothing: 'Nothing was withdrawn' },
  { id: 'all', name: 'All', nothing: 'Nothing was promised yet' },
];

/** For two figures, so that little moves when the counts come. */
const room = '\u2007\u2007';

export function PromisesScreen() {
  const { view = 'open', promise } = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = useNarrow();
  const mayKeep = useMay('keep_promises');
  const ledger = useLedger(view);
  const counts = useQuery(promiseCountsQuery).data;
  const rows = flat(ledger.data);
  const show = (next: PromiseView) => void navigate({ search: { view: next }, replace: true });
  const open = (next: string | undefined) =>
    void navigate({ search: { view, ...(next ? { promise: next } : {}) } });

  useShortcuts('Promises', [
    ...views.map(({ id, name }, at) => ({
      keys: String(at + 1),
      label: name,
      run: () => show(id),
    })),
    ...(mayKeep ? [{ keys: 'c', label: 'Make a promise by hand', run: () => open('new') }] : []),
  ]);

  return (
    <div className="flex h-full flex-col">
      <PageHead
        title="Promises"
        actions={
          mayKeep && (
            <Button onPress={() => open('new')}>
              <Plus aria-hidden className="size-4" /> Make a promise
            </Button>
          )
        }
      >
        {counts ? `${countOf(counts.due_today, 'promise')} due today` : '\u00a0'}
      </PageHead>
      <div className="px-4 pb-3 md:px-6">
        <Choice
          label="Which promises"
          hideLabel
          value={view}
          onChange={show}
          options={views.map(({ id, name }) => ({
            id,
            name: id === 'all' ? name : `${name} ${counts ? grouped(counts[id]) : room}`,
          }))}
        />
      </div>
      <div className="min-h-0 grow border-line border-t bg-card">
        {ledger.isPending ? (
          <Skeleton lines={12} className="px-6 py-3" />
        ) : ledger.isLoadingError ? (
          <Failure error={ledger.error} onRetry={() => void ledger.refetch()} />
        ) : rows.length === 0 ? (
          <Empty icon={Handshake} title={views.find(({ id }) => id === view)?.nothing ?? ''}>
            Replies, estimates and “next word by” put themselves here; what you say on the phone you
            add by hand.
          </Empty>
        ) : (
          <Grid
            label="Promises"
            rows={rows}
            rowHeight={narrow ? 106 : 57}
            text={(line) => line.text}
            href={(line) => `/promises?view=${view}&promise=${line.id}`}
            onEnd={() => ledger.hasNextPage && !ledger.isFetching && void ledger.fetchNextPage()}
          >
            {(line) => <PromiseLine line={line} />}
          </Grid>
        )}
      </div>
      {promise === 'new' && mayKeep && <NewPromise onClose={() => open(undefined)} />}
      {promise && promise !== 'new' && (
        <PromiseDialog key={promise} id={promise} onClose={() => open(undefined)} />
      )}
    </div>
  );
}
