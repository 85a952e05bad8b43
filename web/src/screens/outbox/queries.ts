import { keepPreviousData, queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { api, ask, type Gives, type Row } from '@/api/client';

export type Line = Row<'/api/v1/outbox'>;
export type Mail = Gives<'/api/v1/outbox/{id}'>;

const pageSize = 100;

export function useOutbox() {
  return useInfiniteQuery({
    queryKey: ['outbox', 'list'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/outbox', {
          params: { query: { limit: pageSize, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['outbox', 'mail', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/outbox/{id}', { params: { path: { id } }, signal })),
    // A mail that left does not change.
    staleTime: Number.POSITIVE_INFINITY,
  });
