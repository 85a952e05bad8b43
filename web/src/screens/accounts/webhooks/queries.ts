// Webhooks of an account, and what was posted to one.
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ask, type Row, type Takes } from '@/api/client';

export type Webhook = Row<'/api/v1/accounts/{id}/webhooks'>;
export type NewWebhook = Takes<'/api/v1/accounts/{id}/webhooks'>;
export type Post = Row<'/api/v1/accounts/{id}/webhooks/{webhook}/deliveries'>;

export const webhooksQuery = (account: string) =>
  queryOptions({
    queryKey: ['notify', 'webhooks', account],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/accounts/{id}/webhooks', { params: { path: { id: account } }, signal })),
  });

/** Attempts are no facts: while something waits, one looks again. */
const lookAgainMs = 5_000;

export const postsQuery = (webhook: Webhook) =>
  infiniteQueryOptions({
    queryKey: ['notify', 'webhook', webhook.id, 'posts'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/accounts/{id}/webhooks/{webhook}/deliveries', {
          params: { ...pathOf(webhook), query: pageParam ? { after: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ due_at }) => due_at))
        ? lookAgainMs
        : false,
  });

const pathOf = ({ account, id }: Webhook) => ({ path: { id: account, webhook: id } });

const seen = ({ version }: Webhook) => ({ 'If-Match': `"${version}"` });

function useWebhookMutation<V, T>(mutationFn: (wish: V) => Promise<T>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queries.invalidateQueries({ queryKey: ['notify'] }),
  });
}

export const useAddWebhook = (account: string) =>
  useWebhookMutation((body: NewWebhook) =>
    ask(api.POST('/api/v1/accounts/{id}/webhooks', { params: { path: { id: account } }, body })),
  );

export const useChangeWebhook = (webhook: Webhook) =>
  useWebhookMutation((body: NewWebhook) =>
    ask(
      api.PUT('/api/v1/accounts/{id}/webhooks/{webhook}', {
        params: pathOf(webhook),
        headers: seen(webhook),
        body,
      }),
    ),
  );

export const useRotateSecret = (webhook: Webhook) =>
  useWebhookMutation(() =>
    ask(api.POST('/api/v1/accounts/{id}/webhooks/{webhook}/secret', { params: pathOf(webhook) })),
  );

export const useRemoveWebhook = (webhook: Webhook) =>
  useWebhookMutation(() =>
    ask(api.DELETE('/api/v1/accounts/{id}/webhooks/{webhook}', { params: pathOf(webhook) })),
  );

export const useReplay = (webhook: Webhook) =>
  useWebhookMutation((delivery: string) =>
    ask(
      api.POST('/api/v1/accounts/{id}/webhooks/{webhook}/deliveries/{delivery}/replay', {
        params: { path: { ...pathOf(webhook).path, delivery } },
      }),
    ),
  );
