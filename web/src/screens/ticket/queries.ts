import { queryOptions } from '@tanstack/react-query';
import { api, ask, type Gives } from '@/api/client';

export type Ticket = Gives<'/api/v1/tickets/{id}'>;
export type Entry = Ticket['entries'][number];
export type Panel = Gives<'/api/v1/tickets/{id}/panel'>;

export function ticketQuery(id: string) {
  return queryOptions({
    queryKey: ['tickets', 'one', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/tickets/{id}', { params: { path: { id } }, signal })),
  });
}

export function panelQuery(id: string) {
  return queryOptions({
    queryKey: ['tickets', 'panel', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/tickets/{id}/panel', { params: { path: { id } }, signal })),
  });
}
