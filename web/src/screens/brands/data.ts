// What these screens ask the server for, and what it is called.
import { queryOptions } from '@tanstack/react-query';
import { api, ask, type Row, type Takes } from '@/api/client';

export type Brand = Row<'/api/v1/brands'>;
export type NewBrand = Takes<'/api/v1/brands'>;

/** A vendor and his partners: one page holds them. */
const all = 200;

export const brandsQuery = queryOptions({
  queryKey: ['accounts', 'brands'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/v1/brands', { params: { query: { limit: all } }, signal })),
});
