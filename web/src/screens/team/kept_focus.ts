import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** The buttons of a row, in their order. */
const ways = ['up', 'down', 'off'] as const;
type Way = (typeof ways)[number];

/**
 * A row that moves takes its buttons along, and at the end of the list one of them cannot be pressed
 * any more: the focus stays in the row, on the same button or else on the nearest.
 */
export function useKeptFocus(): [
  list: RefObject<HTMLOListElement | null>,
  keep: (row: number, way: Way) => void,
] {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<{ row: number; way: Way }>(undefined);
  useEffect(() => {
    const { row, way } = wanted.current ?? {};
    wanted.current = undefined;
    if (row === undefined || way === undefined) return;
    const buttons = [...(list.current?.children[row]?.querySelectorAll('button') ?? [])];
    const same = buttons[ways.indexOf(way)];
    (same?.disabled ? buttons.find((each) => !each.disabled) : same)?.focus();
  });
  const keep = useCallback((row: number, way: Way) => {
    wanted.current = { row, way };
  }, []);
  return [list, keep];
}
