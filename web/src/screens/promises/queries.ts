import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ask, type Gives, type Row } from '@/api/client';
import type { PromiseView } from '@/app/router';

export type Line = Row<'/api/v1/promises'>;
export type Story = Gives<'/api/v1/promises/{id}'>;

const pageSize = 100;

/** Late is what is still owed; what was done after it was due is a view of its own. */
function seek(view: PromiseView) {
  switch (view) {
    case 'all':
      return {};
    case 'late':
      return { state: 'late', settled: 'false' };
    case 'done_late':
      return { state: 'late', settled: 'true' };
    default:
      return { state: view };
  }
}

export function useLedger(view: PromiseView) {
  return useInfiniteQuery({
    queryKey: ['promises', 'list', view],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/promises', {
          params: {
            query: {
              limit: pageSize,
              ...seek(view),
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

export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: ['promises', 'promise', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/promises/{id}', { params: { path: { id } }, signal })),
  });

/** Keep, move or withdraw it, if it still is what was seen. */
export function useSettle(promise: Pick<Story, 'id' | 'version'>) {
  const queries = useQueryClient();
  const request = {
    params: { path: { id: promise.id } },
    headers: { 'If-Match': `"${promise.version}"` },
  };
  const settled = {
    onSettled: () => {
      // Nobody waits for it: what shows the verb goes away with it, before it could say what became of it.
      void queries.invalidateQueries({ queryKey: ['promises'] });
    },
  };
  const keep = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/promises/{id}/keep', request)),
    ...settled,
  });
  const move = useMutation({
    mutationFn: (body: { due_at: string; reason: string }) =>
      ask(api.POST('/api/v1/promises/{id}/move', { ...request, body })),
    ...settled,
  });
  const withdraw = useMutation({
    mutationFn: (reason: string) =>
      ask(api.POST('/api/v1/promises/{id}/withdraw', { ...request, body: { reason } })),
    ...settled,
  });
  return { keep, move, withdraw };
}
