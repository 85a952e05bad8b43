// The server's state as the console holds it. Keys begin with the room that tells the facts, so that
// a fact makes the right answers old (live.ts).
import { QueryClient } from '@tanstack/react-query';
import { Refused, Unreachable } from './problem';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The event stream says when something changed; without it, looking again is enough.
      staleTime: 30_000,
      // A day of tickets must not stay in memory.
      gcTime: 60_000,
      retry: (times, error) => error instanceof Unreachable && times < 3,
      throwOnError: false,
    },
    mutations: { retry: false },
  },
});

/** Called when the server no longer knows us, whether we asked or wanted to do something. */
export function onSignedOut(leave: () => void): () => void {
  const look = (error: unknown) => {
    if (error instanceof Refused && error.status === 401) leave();
  };
  const ends = [
    queries.getQueryCache().subscribe((event) => {
      if (event.type === 'updated') look(event.query.state.error);
    }),
    queries.getMutationCache().subscribe((event) => {
      if (event.type === 'updated') look(event.mutation.state.error);
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** All pages that are loaded of an infinite list, as one list. */
export function flat<T>(data: { pages: { items: T[] }[] } | undefined): T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
