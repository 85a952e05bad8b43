import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Row, type Takes } from '@/api/client';

export type Person = Row<'/api/v1/people'>;
export type Token = Row<'/api/v1/tokens'>;

// Tokens, too, are counted in dozens: one page holds them.
const allTokens = 200;

export const rosterQuery = queryOptions({
  queryKey: ['team', 'roster'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/roster', { signal })),
});

export const tokensQuery = queryOptions({
  queryKey: ['team', 'tokens'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/v1/tokens', { params: { query: { limit: allTokens } }, signal })),
});

/** After each of these the team is looked at again. */
function useTeamMutation<V, T>(mutationFn: (wish: V) => Promise<T>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queries.invalidateQueries({ queryKey: ['team'] }),
  });
}

const of = (person: Person) => ({ params: { path: { id: person.id } } });

export const useAddPerson = () =>
  useTeamMutation((body: Takes<'/api/v1/people'>) => ask(api.POST('/api/v1/people', { body })));

export const useChangePerson = (person: Person) =>
  useTeamMutation((body: Takes<'/api/v1/people/{id}', 'patch'>) =>
    ask(
      api.PATCH('/api/v1/people/{id}', {
        ...of(person),
        headers: { 'If-Match': `"${person.version}"` },
        body,
      }),
    ),
  );

export const usePasswordLink = () =>
  useTeamMutation((person: Person) =>
    ask(api.POST('/api/v1/people/{id}/password-link', of(person))),
  );

export const useSecondFactorOff = (person: Person) =>
  useTeamMutation(() => ask(api.POST('/api/v1/people/{id}/second-factor/off', of(person))));

export const useSetRoster = () =>
  useTeamMutation((people: string[]) => ask(api.PUT('/api/v1/roster', { body: { people } })));

export const useCreateToken = () =>
  useTeamMutation((body: Takes<'/api/v1/tokens'>) => ask(api.POST('/api/v1/tokens', { body })));

export const useRevokeToken = () =>
  useTeamMutation((token: Token) =>
    ask(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id: token.id } } })),
  );
