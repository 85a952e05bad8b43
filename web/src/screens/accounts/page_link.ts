import { queryOptions } from '@tanstack/react-query';
import { api, ask, type Gives } from '@/api/client';

export type PageLink = Gives<'/api/v1/plans/{id}/page-link'>;
/** Whose page it is. */
export type PageOf = { kind: 'plans' | 'accounts'; id: string };

export const pageLinkQuery = ({ kind, id }: PageOf) =>
  queryOptions({
    queryKey: ['pages', 'link', kind, id],
    queryFn: ({ signal }) => {
      const wish = { params: { path: { id } }, signal };
      return ask(
        kind === 'plans'
          ? api.GET('/api/v1/plans/{id}/page-link', wish)
          : api.GET('/api/v1/accounts/{id}/page-link', wish),
      );
    },
  });

export function renewPageLink({ kind, id }: PageOf): Promise<PageLink> {
  const wish = { params: { path: { id } } };
  return ask(
    kind === 'plans'
      ? api.POST('/api/v1/plans/{id}/page-link/renew', wish)
      : api.POST('/api/v1/accounts/{id}/page-link/renew', wish),
  );
}
