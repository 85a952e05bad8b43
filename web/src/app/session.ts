// Who is at work, and what he may do.
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api, ask, type Gives } from '@/api/client';
import { queries } from '@/api/queries';

export type Me = Gives<'/api/v1/me'>;
export type Person = NonNullable<Me['person']>;
export type Right = Me['rights'][number];

export const meQuery = queryOptions({
  queryKey: ['team', 'me'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/me', { signal })),
  gcTime: Number.POSITIVE_INFINITY,
});

/** Only inside the shell, which is not shown to strangers. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** The person who is signed in; a console that is opened with a token has none. */
export function useMyName(): string {
  const { person, token } = useMe();
  return person?.name ?? token?.name ?? '';
}

/** What is not allowed is not offered. */
export function useMay(right: Right): boolean {
  return useQuery(meQuery).data?.rights.includes(right) ?? false;
}

export async function signOut() {
  await ask(api.DELETE('/api/v1/session'));
  queries.clear();
}
