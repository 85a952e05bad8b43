// What could not be delivered: addresses that we no longer write to, and mails that came back.
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ask, type Gives, type Row, type Takes } from '@/api/client';

export type Suppression = Row<'/api/v1/suppressions'>;
export type Bounce = Row<'/api/v1/bounces'>;

export type Channel = Gives<'/api/v1/channels'>[number]['channel'];

const pageSize = 100;

export const suppressionsQuery = infiniteQueryOptions({
  queryKey: ['notify', 'suppressions'],
  queryFn: ({ pageParam, signal }) =>
    ask(
      api.GET('/api/v1/suppressions', {
        params: { query: { limit: pageSize, ...(pageParam ? { after: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

export const bouncesQuery = (outcome: Bounce['outcome'] | undefined) =>
  infiniteQueryOptions({
    queryKey: ['notify', 'bounces', outcome ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/bounces', {
          params: {
            query: {
              limit: pageSize,
              ...(outcome ? { outcome } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export const bounceQuery = (id: string) =>
  queryOptions({
    queryKey: ['notify', 'bounce', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/bounces/{id}', { params: { path: { id } }, signal })),
  });

export const channelsQuery = queryOptions({
  queryKey: ['notify', 'channels'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/channels', { signal })),
});

/** After each of these the lists are looked at again, and contacts, who say whether they are reached. */
function useDeliverabilityMutation<V, T>(mutationFn: (wish: V) => Promise<T>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['notify'] });
      void queries.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
}

export const useLift = () =>
  useDeliverabilityMutation(({ id }: Suppression) =>
    ask(api.DELETE('/api/v1/suppressions/{id}', { params: { path: { id } } })),
  );

export const useBlock = () =>
  useDeliverabilityMutation((body: Takes<'/api/v1/suppressions'>) =>
    ask(api.POST('/api/v1/suppressions', { body })),
  );

export const useSeen = () =>
  useDeliverabilityMutation((id: string) =>
    ask(api.POST('/api/v1/bounces/{id}/seen', { params: { path: { id } } })),
  );
