import { useSyncExternalStore } from 'react';

const query = globalThis.matchMedia?.('(max-width: 40rem)');

/** Only where a number must follow the width (heights of virtual rows); all else is CSS. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query?.addEventListener('change', listener);
      return () => query?.removeEventListener('change', listener);
    },
    () => query?.matches ?? false,
  );
}
