// Where one is in a long list of rows of one height.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** The row under the keyboard or the mouse, else the first one in sight of a list that was scrolled. */
function anchorOf(list: HTMLElement, ids: readonly string[], rowHeight: number): number {
  const row =
    list.querySelector('[data-key]:focus') ??
    list.querySelector('[data-key]:focus-within') ??
    list.querySelector('[data-key]:hover');
  const key = row?.getAttribute('data-key');
  if (key) return ids.indexOf(key);
  return list.scrollTop > 0 ? Math.floor(list.scrollTop / rowHeight) : -1;
}

/** Rows that come and go above do not move what one looks at. */
export function useSteady(
  list: RefObject<HTMLElement | null>,
  rows: readonly { id: string }[],
  rowHeight: number,
) {
  const before = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    const ids = rows.map(({ id }) => id);
    const old = before.current;
    before.current = ids;
    if (!list.current || old.length === 0) return;
    const places = new Map(ids.map((id, place) => [id, place]));
    let from = anchorOf(list.current, old, rowHeight);
    if (from < 0) return;
    // Where the row itself has left, the one behind it is held.
    while (from < old.length && !places.has(old[from] ?? '')) from++;
    const to = places.get(old[from] ?? '');
    if (to !== undefined) list.current.scrollTop += (to - from) * rowHeight;
  }, [list, rows, rowHeight]);
}

/** How many frames a row may take until it stands in the document after the list was scrolled. */
const frames = 10;

function isFree(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** At first, where nothing else has the focus, the row that one comes back from is in sight and has it. */
export function useComeBack(
  list: RefObject<HTMLElement | null>,
  current: string | undefined,
  place: number,
  rowHeight: number,
) {
  const first = useRef({ current, place, rowHeight });
  useEffect(() => {
    const { current, place, rowHeight } = first.current;
    if (!list.current || !current || place < 0 || !isFree()) return;
    const { clientHeight } = list.current;
    list.current.scrollTop = Math.max(0, place * rowHeight - (clientHeight - rowHeight) / 2);
    let left = frames;
    const look = () => {
      const row = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(current)}"]`);
      if (!isFree()) return;
      if (row) row.focus({ preventScroll: true });
      else if (left-- > 0) frame = requestAnimationFrame(look);
    };
    let frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [list]);
}

/** One row on, as the arrow keys go; into the list where one is elsewhere. */
export function step(list: HTMLElement | null, key: 'ArrowDown' | 'ArrowUp') {
  const { activeElement } = document;
  if (!list?.contains(activeElement)) list?.focus();
  else activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}
