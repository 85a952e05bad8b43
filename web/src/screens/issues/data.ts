// What these screens ask the server for, and what it is called.
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, ask, type Row, type Takes } from '@/api/client';

export type Issue = Row<'/api/v1/issues'>;
export type NewIssue = Takes<'/api/v1/issues'>;

export const issuesQuery = (open: boolean) =>
  infiniteQueryOptions({
    queryKey: ['status', 'issues', open],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/issues', {
          params: {
            query: { open: open ? 'true' : 'false', ...(pageParam ? { after: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
