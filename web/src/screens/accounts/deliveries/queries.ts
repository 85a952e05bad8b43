// What one contact got from us, whatever it was about.
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, ask, type Row } from '@/api/client';

export type Logged = Row<'/api/v1/contacts/{id}/deliveries'>;

/** Retries are no facts: while something waits for its time, one looks again. */
const lookAgainMs = 10_000;

export const logQuery = (contact: string) =>
  infiniteQueryOptions({
    queryKey: ['notify', 'contact', contact, 'deliveries'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/contacts/{id}/deliveries', {
          params: { path: { id: contact }, query: pageParam ? { after: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) =>
        items.some(({ deliveries }) => deliveries.some(({ due_at }) => due_at)),
      )
        ? lookAgainMs
        : false,
  });
