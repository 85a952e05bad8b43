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

/** Called when the server no longer knows us. */
export function onSignedOut(leave: () => void): () => void {
  return queries.getQueryCache().subscribe((event) => {
    const error = event.query.state.error;
    if (event.type === 'updated' && error instanceof Refused && error.status === 401) leave();
  });
}

/** All pages that are loaded of an infinite list, as one list. */
export function flat<T>(data: { pages: { items: T[] }[] } | undefined): T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
