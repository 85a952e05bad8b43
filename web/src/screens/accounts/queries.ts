import { keepPreviousData, queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { api, ask } from '@/api/client';

const pageSize = 100;

export function useAccounts(q: string, plan: string) {
  return useInfiniteQuery({
    queryKey: ['accounts', 'list', q, plan],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/accounts', {
          params: {
            query: {
              limit: pageSize,
              ...(q ? { q } : {}),
              ...(plan ? { plan } : {}),
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

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', 'account', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal })),
  });

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', 'plan', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/plans/{id}', { params: { path: { id } }, signal })),
  });

/** What all on a plan use by rule; none: there is no rule. */
export const planServicesQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', 'plan', id, 'services'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/plans/{id}/services', { params: { path: { id } }, signal })),
  });

export const calendarsQuery = queryOptions({
  queryKey: ['accounts', 'calendars'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/v1/calendars', { params: { query: { limit: 200 } }, signal })),
});

/** Of services, so it is old when something was said of them. */
export const standingQuery = (account: string) =>
  queryOptions({
    queryKey: ['status', 'standing', account],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/accounts/{id}/standing', { params: { path: { id: account } }, signal })),
  });

export const ticketsOf = (account: string) =>
  queryOptions({
    queryKey: ['tickets', 'account', account],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/tickets', { params: { query: { account, limit: 20 } }, signal })),
  });

export const promisesTo = (account: string) =>
  queryOptions({
    queryKey: ['promises', 'account', account],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/promises', { params: { query: { account, limit: 20 } }, signal })),
  });

export const criticalDatesOf = (account: string) =>
  queryOptions({
    queryKey: ['accounts', 'critical_dates', account],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/accounts/{id}/critical-dates', {
          params: { path: { id: account }, query: { limit: 200 } },
          signal,
        }),
      ),
  });

/** How many on a plan were asked to confirm, and did. */
export const invitationsQuery = (plan: string) =>
  queryOptions({
    queryKey: ['accounts', 'plan', plan, 'invitations'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/plans/{id}/invitations', { params: { path: { id: plan } }, signal })),
  });

/** Only counted: nobody is invited by it. */
export const wouldInviteQuery = (plan: string) =>
  queryOptions({
    queryKey: ['accounts', 'plan', plan, 'would_invite'],
    queryFn: ({ signal }) =>
      ask(
        api.POST('/api/v1/plans/{id}/invitations', {
          params: { path: { id: plan } },
          body: { dry_run: true },
          signal,
        }),
      ),
    staleTime: 0,
  });
