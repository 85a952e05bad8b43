// What these screens ask the server for, and what it is called.
import { queryOptions } from '@tanstack/react-query';
import { api, ask, type Gives, type Row, type Takes } from '@/api/client';

export type Brand = Row<'/api/v1/brands'>;
export type NewBrand = Takes<'/api/v1/brands'>;

const all = 200;

export type Forwards = Gives<'/api/v1/brands/{id}/forwards'>;
export type NewForwards = Takes<'/api/v1/brands/{id}/forwards', 'put'>;
export type Held = Row<'/api/v1/brands/{id}/held'>;

export const forwardsQuery = (brand: string) =>
  queryOptions({
    queryKey: ['notify', 'forwards', brand],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/brands/{id}/forwards', { params: { path: { id: brand } }, signal })),
  });

/** Words of a day or two: one page holds them. */
export const heldQuery = (brand: string) =>
  queryOptions({
    queryKey: ['notify', 'held', brand],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/brands/{id}/held', {
          params: { path: { id: brand }, query: { limit: all } },
          signal,
        }),
      ),
  });
