import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@/api/client';

/** Asked by the navigation, which counts them, and by the screens that show them. */
export const openIncidentsQuery = queryOptions({
  queryKey: ['status', 'incidents', 'open'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/v1/incidents', { params: { query: { open: 'true' } }, signal })),
});
