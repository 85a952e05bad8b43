// What these screens ask the server for, and what it is called.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask, type Gives, type Row, type Takes } from '@/api/client';
import { progressOf } from './progress';

export type Incident = Gives<'/api/v1/incidents/{id}'>;
export type Update = Incident['updates'][number];
export type IncidentState = Incident['state'];
export type Touched = Incident['services'][number];
export type DataSafety = Incident['data_safety'];
export type Service = Row<'/api/v1/services'>;
export type ServiceState = Service['state'];
export type Audience = Gives<'/api/v1/audience'>;
export type Person = Row<'/api/v1/audience/people'>;
export type Notice = Row<'/api/v1/incidents/{id}/notices'>;
export type Window = Row<'/api/v1/windows'>;
export type NewIncident = Takes<'/api/v1/incidents'>;

export const pastQuery = infiniteQueryOptions({
  queryKey: ['status', 'incidents', 'past'],
  queryFn: ({ pageParam, signal }) =>
    ask(
      api.GET('/api/v1/incidents', {
        params: { query: { open: 'false', ...(pageParam ? { after: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

export const windowsQuery = infiniteQueryOptions({
  queryKey: ['status', 'windows'],
  queryFn: ({ pageParam, signal }) =>
    ask(
      api.GET('/api/v1/windows', {
        params: { query: pageParam ? { after: pageParam } : {} },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

/** What a service was while the incident lasted, by whatever held it. */
export const stretchesQuery = (service: string, { started_at, resolved_at }: Incident) =>
  queryOptions({
    queryKey: ['status', 'service', service, 'stretches', started_at, resolved_at],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/services/{id}/history', {
          params: {
            path: { id: service },
            query: { limit: 200, from: started_at, ...(resolved_at ? { to: resolved_at } : {}) },
          },
          signal,
        }),
      ),
  });

export const correctionsQuery = (incident: string) =>
  queryOptions({
    queryKey: ['status', 'incident', incident, 'corrections'],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/incidents/{id}/corrections', {
          params: { path: { id: incident } },
          signal,
        }),
      ),
  });

export const deflectionQuery = (incident: string) =>
  queryOptions({
    queryKey: ['status', 'incident', incident, 'deflection'],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/incidents/{id}/deflection', {
          params: { path: { id: incident } },
          signal,
        }),
      ),
  });

/** Who saw incidents first that began since this moment. */
export const firstSeenQuery = (from: string) =>
  queryOptions({
    queryKey: ['status', 'first-seen', from],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/reports/first-seen', { params: { query: { from } }, signal })),
  });

export type Topic = 'planned' | 'unplanned';

/**
 * Who would hear a word on these services, or on trouble of one account only; the same rule decides
 * when it is published.
 */
export const audienceQuery = (services: readonly string[], topic: Topic, account?: string | null) =>
  queryOptions({
    queryKey: ['notify', 'audience', topic, account ?? services],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/audience', {
          params: { query: { ...concerned(services, account), topic } },
          signal,
        }),
      ),
    enabled: Boolean(account) || services.length > 0,
  });

const concerned = (services: readonly string[], account: string | null | undefined) =>
  account ? { account } : { services: services.join(',') };

/** Who would hear of the end: whoever heard of the incident. */
export const recoveryAudienceQuery = (incident: string) =>
  queryOptions({
    queryKey: ['notify', 'audience', 'recovery', incident],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/audience', {
          params: { query: { topic: 'recovery', incident } },
          signal,
        }),
      ),
  });

export const peopleQuery = (
  services: readonly string[],
  topic: Topic,
  q: string,
  account?: string | null,
) =>
  infiniteQueryOptions({
    queryKey: ['notify', 'audience', 'people', topic, account ?? services, q],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/audience/people', {
          params: {
            query: {
              ...concerned(services, account),
              topic,
              ...(q ? { q } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** How long until the notices look different: facts are told at their beginning and end only. */
function pollAfter(notices: readonly Notice[]): number | false {
  const moving = notices.filter(
    ({ state, counts }) =>
      (state === 'waiting' || state === 'sending') && progressOf(counts).left > 0,
  );
  if (moving.length === 0) return false;
  const starts = moving.map(({ sends_at }) => Date.parse(sends_at) - Date.now());
  return Math.max(1_000, Math.min(...starts));
}

const refetchInterval = ({ state }: { state: { data: { items: Notice[] } | undefined } }) =>
  pollAfter(state.data?.items ?? []);

export const noticesQuery = (incident: string) =>
  queryOptions({
    queryKey: ['notify', 'notices', incident],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/incidents/{id}/notices', { params: { path: { id: incident } }, signal }),
      ),
    refetchInterval,
  });

export const windowNoticesQuery = (window: string) =>
  queryOptions({
    queryKey: ['notify', 'notices', window],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/windows/{id}/notices', { params: { path: { id: window } }, signal })),
    refetchInterval,
  });

export type NoticesQuery = ReturnType<typeof noticesQuery>;

/** In the reader's zone: whoever copies it reads its times first. */
export const copyTextQuery = (notice: string) =>
  queryOptions({
    queryKey: ['notify', 'copy_text', notice],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/notices/{id}/copy-text', {
          params: {
            path: { id: notice },
            query: { zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
          },
          signal,
        }),
      ),
  });

/** How many have heard of it, of how many whom it concerns: a page alone tells nobody. */
export const toldQuery = (incident: string) =>
  queryOptions({
    queryKey: ['notify', 'told', incident],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/incidents/{id}/told', { params: { path: { id: incident } }, signal })),
  });

export const linkedTicketsQuery = (incident: string) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'incident', incident],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/tickets', {
          params: { query: { incident, limit: 20, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
