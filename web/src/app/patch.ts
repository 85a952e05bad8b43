import { useRef } from 'react';

/** Changes some fields of a draft as it stands by then: an undo comes from an earlier moment. */
export function usePatch<T extends object>(
  draft: T,
  setDraft: (next: T) => void,
): (change: Partial<T>) => void {
  const newest = useRef(draft);
  newest.current = draft;
  return (change) => setDraft({ ...newest.current, ...change });
}
