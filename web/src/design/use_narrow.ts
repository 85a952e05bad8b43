import { useSyncExternalStore } from 'react';

const query = globalThis.matchMedia?.('(max-width: 40rem)');

/** Only where CSS cannot: the height of virtual rows, another part in the place of one. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query?.addEventListener('change', listener);
      return () => query?.removeEventListener('change', listener);
    },
    () => query?.matches ?? false,
  );
}
