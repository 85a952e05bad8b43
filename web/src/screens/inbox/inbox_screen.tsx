// All tickets by whose turn it is; what is due first stands first.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Coffee, SearchX } from 'lucide-react';
import { useRef, useState } from 'react';
import { flat } from '@/api/queries';
import type { TicketView } from '@/app/router';
import { ticketCountsQuery } from '@/app/shared_queries';
import { useShortcuts } from '@/app/shortcuts';
import { lastOpened, ticketListQuery, ticketPath } from '@/app/ticket_list';
import { useTyped } from '@/app/typed';
import { Choice, SearchField } from '@/design/field';
import { Grid } from '@/design/grid';
import { step } from '@/design/grid_place';
import { PageHead } from '@/design/page';
import { Empty, Failure, Skeleton } from '@/design/states';
import { useNarrow } from '@/design/use_narrow';
import { TicketLine } from './ticket_line';

const route = getRouteApi('/inside/inbox');
export function InboxScreen() {
  const { view = 'waiting_for_us', q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const tickets = useInfiniteQuery(ticketListQuery({ view, q }));
  const [opened] = useState(lastOpened);
  const wanted = `${view} ${q}`;
  const [shown, setShown] = useState(wanted);
  if (shown !== wanted && !tickets.isPlaceholderData) setShown(wanted);
  const counts = useQuery(ticketCountsQuery).data;
  const rows = flat(tickets.data);
  const show = (next: TicketView) =>
    void navigate({ search: (now) => ({ ...now, view: next }), replace: true });

  const [typed, type] = useTyped(
    q,
    (next) =>
      void navigate({
        search: ({ q: _, ...rest }) => (next ? { ...rest, q: next } : rest),
        replace: true,
      }),
  );

  useShortcuts('Inbox', [
    { keys: '1', label: 'Waiting for us', run: () => show('waiting_for_us') },
    { keys: '2', label: 'Waiting for the customer', run: () => show('waiting_for_customer') },
    { keys: '3', label: 'Solved', run: () => show('solved') },
    { keys: '4', label: 'All', run: () => show('all') },
    { keys: 'j', label: 'Next line', run: () => step(list.current, 'ArrowDown') },
    { keys: 'k', label: 'Previous line', run: () => step(list.current, 'ArrowUp') },
    { keys: 's', label: 'Search the inbox', run: () => search.current?.focus() },
  ]);

  // Two figures wide until it is known, so that nothing beside it moves.
  const named = (name: string, count: number | undefined) => `${name} ${count ?? '\u2007\u2007'}`;
  return (
    <div className="flex h-full flex-col">
      <PageHead title="Inbox" />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-3 md:px-6">
        <Choice
          label="Whose turn it is"
          hideLabel
          value={view}
          onChange={show}
          options={[
            {
              id: 'waiting_for_us',
              name: named(narrow ? 'For us' : 'Waiting for us', counts?.waiting_for_us),
            },
            {
              id: 'waiting_for_customer',
              name: named('For the customer', counts?.waiting_for_customer),
            },
            { id: 'solved', name: named('Solved', counts?.solved) },
            { id: 'all', name: 'All' },
          ]}
        />
        <div className="min-w-48 max-w-80 grow">
          <SearchField
            label="Search tickets"
            placeholder="Number, subject, customer"
            inputRef={search}
            value={typed}
            onChange={type}
          />
        </div>
      </div>
      <div className="min-h-72 grow basis-0 border-line border-t bg-card">
        {tickets.isPending ? (
          <Skeleton lines={12} className="px-6 py-3" />
        ) : tickets.isLoadingError ? (
          <Failure error={tickets.error} onRetry={() => void tickets.refetch()} />
        ) : rows.length === 0 ? (
          q ? (
            <Empty icon={SearchX} title={`Nothing found for “${q}”`}>
              Look in “All”, or try a word of the subject, a name or a number.
            </Empty>
          ) : (
            <Empty icon={Coffee} title="Nobody waits here">
              New mail appears by itself.
            </Empty>
          )
        ) : (
          <Grid
            // Another list begins at its top, once it is there.
            key={shown}
            listRef={list}
            label="Tickets"
            rows={rows}
            rowHeight={narrow ? 88 : 57}
            text={(ticket) => `#${ticket.number} ${ticket.subject}, ${ticket.contact_name}`}
            href={(ticket) => ticketPath(ticket.id, { view, q })}
            current={opened}
            onEnd={() => tickets.hasNextPage && !tickets.isFetching && void tickets.fetchNextPage()}
          >
            {(ticket) => <TicketLine ticket={ticket} />}
          </Grid>
        )}
      </div>
    </div>
  );
}
