// What several screens ask for: one key is one question, or the answers would take turns.
import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@/api/client';

/** Asked by the navigation, which counts them, and by the screens that show them. */
export const openIncidentsQuery = queryOptions({
  queryKey: ['status', 'incidents', 'open'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/v1/incidents', { params: { query: { open: 'true' } }, signal })),
});

/** What somebody or something saw and nobody has judged yet. */
export const suspectedIncidentsQuery = queryOptions({
  queryKey: ['status', 'incidents', 'suspected'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/v1/incidents', { params: { query: { suspected: 'true' } }, signal })),
});

/** In the order of the tree, each group before its members. */
export const servicesQuery = queryOptions({
  queryKey: ['status', 'services'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/services', { signal })),
});

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['status', 'incident', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/incidents/{id}', { params: { path: { id } }, signal })),
  });

export const windowQuery = (id: string) =>
  queryOptions({
    queryKey: ['status', 'window', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/windows/{id}', { params: { path: { id } }, signal })),
  });

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', 'contact', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/contacts/{id}', { params: { path: { id } }, signal })),
  });

/** Templates, teams and plans are counted in dozens: one page holds them. */
const all = 200;

export const templatesQuery = queryOptions({
  queryKey: ['status', 'templates'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/v1/templates', { params: { query: { limit: all } }, signal })),
});

export const peopleQuery = queryOptions({
  queryKey: ['team', 'people'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/v1/people', { params: { query: { limit: all } }, signal })),
});

export const plansQuery = queryOptions({
  queryKey: ['accounts', 'plans'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/v1/plans', { params: { query: { limit: all } }, signal })),
});

/** A vendor and his partners: one page holds them. */
export const brandsQuery = queryOptions({
  queryKey: ['accounts', 'brands'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/v1/brands', { params: { query: { limit: all } }, signal })),
});

/** What came back and nobody could attribute: counted by the navigation. */
export const unattributedQuery = queryOptions({
  queryKey: ['notify', 'bounces', 'to_look_at'],
  queryFn: ({ signal }) =>
    ask(
      api.GET('/api/v1/bounces', {
        params: { query: { outcome: 'unattributed', limit: all } },
        signal,
      }),
    ),
});

export const ticketCountsQuery = queryOptions({
  queryKey: ['tickets', 'counts'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/tickets/counts', { signal })),
});

export const promiseCountsQuery = queryOptions({
  queryKey: ['promises', 'counts'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/promises/counts', { signal })),
});
