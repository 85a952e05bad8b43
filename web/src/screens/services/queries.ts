import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ask, type Gives, type Row, type Takes } from '@/api/client';
import { servicesQuery } from '@/app/shared_queries';

export type Service = Gives<'/api/v1/services/{id}'>;
export type NewService = Takes<'/api/v1/services'>;
export type Uptime = Gives<'/api/v1/services/{id}/uptime'>;
export type Stretch = Row<'/api/v1/services/{id}/history'>;

/** One service, also one that is retired. */
export const serviceQuery = (id: string) =>
  queryOptions({
    queryKey: ['status', 'service', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/services/{id}', { params: { path: { id } }, signal })),
  });

/** Whatever was done with a service, all that shows services looks again. */
function useServiceMutation<V, T>(mutationFn: (wish: V) => Promise<T>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queries.invalidateQueries({ queryKey: ['status'] }),
  });
}

const ifMatch = ({ version }: Pick<Service, 'version'>) => ({ 'If-Match': `"${version}"` });

const put = (service: Service, body: NewService) =>
  ask(
    api.PUT('/api/v1/services/{id}', {
      params: { path: { id: service.id } },
      headers: ifMatch(service),
      body,
    }),
  );

export const useAddService = () =>
  useServiceMutation((body: NewService) => ask(api.POST('/api/v1/services', { body })));

export const useChangeService = (service: Service) =>
  useServiceMutation((body: NewService) => put(service, body));

export const useRetire = (service: Service) =>
  useServiceMutation(() =>
    ask(
      api.DELETE('/api/v1/services/{id}', {
        params: { path: { id: service.id } },
        headers: ifMatch(service),
      }),
    ),
  );

export const useConfirmWell = () =>
  useServiceMutation(({ id }: Service) =>
    ask(api.POST('/api/v1/services/{id}/confirm', { params: { path: { id } } })),
  );

/** What the server keeps of a service by itself is no part of a wish. */
export const wishOf = ({
  name,
  description,
  is_public,
  is_group,
  position,
  parent,
  checked_every_s,
}: Service): NewService => ({
  name,
  description,
  is_public,
  is_group,
  position,
  parent,
  checked_every_s,
});

/** Gives services their new positions; they stand there at once. */
export function useReorder() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (services: readonly Service[]) => {
      for (const service of services) await put(service, wishOf(service));
    },
    onMutate: async (services) => {
      await queries.cancelQueries(servicesQuery);
      const next = new Map(services.map((each) => [each.id, each]));
      queries.setQueryData(
        servicesQuery.queryKey,
        (now) => now && { ...now, items: now.items.map((each) => next.get(each.id) ?? each) },
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['status'] }),
  });
}

export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['status', 'service', id, 'history'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/services/{id}/history', {
          params: { path: { id }, query: pageParam ? { after: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** Days of the reader's zone, oldest first. */
export const daysQuery = (id: string) =>
  queryOptions({
    queryKey: ['status', 'service', id, 'days'],
    queryFn: async ({ signal }) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const query = { service: id, days: '90', zone: timeZone };
      const { items } = await ask(api.GET('/api/v1/uptime/days', { params: { query }, signal }));
      return items[0]?.days ?? [];
    },
  });

export const uptimeQuery = (id: string, span: { from: string; to?: string }) =>
  queryOptions({
    queryKey: ['status', 'service', id, 'uptime', span],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/services/{id}/uptime', {
          params: { path: { id }, query: span },
          signal,
        }),
      ),
  });
