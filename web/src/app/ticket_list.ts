// The list of tickets that the inbox shows and that one goes through from ticket to ticket.
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, ask, type Row } from '@/api/client';
import type { TicketList } from './router';

export type TicketRow = Row<'/api/v1/tickets'>;

const pageSize = 100;

export function ticketListQuery({ view = 'waiting_for_us', q = '' }: TicketList) {
  return infiniteQueryOptions({
    queryKey: ['tickets', 'list', view, q],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/tickets', {
          params: {
            query: {
              limit: pageSize,
              ...(view === 'all' ? {} : { state: view }),
              ...(q ? { q } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** Where a ticket opens, with the way back. */
export function ticketPath(id: string, { view, q }: TicketList): string {
  const search = new URLSearchParams({ ...(view ? { view } : {}), ...(q ? { q } : {}) });
  return `/tickets/${id}${search.size ? `?${search}` : ''}`;
}

/**
 * Who stands before and after `current`. A ticket that was answered leaves the list while one still
 * looks at it: then `before`, the list as it was, says where one is.
 */
export function neighbours(
  now: readonly string[],
  before: readonly string[],
  current: string,
): { previous: string | undefined; next: string | undefined } {
  const order = now.includes(current) ? now : before;
  const place = order.indexOf(current);
  if (place < 0) return { previous: undefined, next: now[0] };
  return {
    previous: order.slice(0, place).findLast((id) => now.includes(id)),
    next:
      order.slice(place + 1).find((id) => now.includes(id)) ?? (order === now ? undefined : now[0]),
  };
}

/** The ticket that was looked at last; its line is in sight when one comes back to the inbox. */
let opened: string | undefined;

export function rememberOpened(id: string) {
  opened = id;
}

export function lastOpened(): string | undefined {
  return opened;
}
