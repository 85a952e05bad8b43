// What this screen asks the server for, and what it is called.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask, type Row, type Takes } from '@/api/client';

export type News = Row<'/api/v1/news'>;
export type NewNews = Takes<'/api/v1/news'>;

export const newsQuery = infiniteQueryOptions({
  queryKey: ['notify', 'news'],
  queryFn: ({ pageParam, signal }) =>
    ask(
      api.GET('/api/v1/news', {
        params: { query: pageParam ? { after: pageParam } : {} },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

export const oneNewsQuery = (id: string) =>
  queryOptions({
    queryKey: ['notify', 'news', 'one', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/news/{id}', { params: { path: { id } }, signal })),
  });

/** How many would hear it; without a brand of the default one. */
export const newsAudienceQuery = (brand: string, plan: string) =>
  queryOptions({
    queryKey: ['accounts', 'news_audience', brand, plan],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/audience', {
          params: { query: { topic: 'news', brand, plan } },
          signal,
        }),
      ),
  });
