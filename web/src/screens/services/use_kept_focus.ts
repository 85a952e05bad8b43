import { type RefObject, useEffect, useRef } from 'react';

export type Way = 'up' | 'down';

/**
 * A row that moves takes its buttons along, and at the end one of them cannot be pressed any more:
 * until it stands where it belongs, the focus stays in the row, on the same button or else the other.
 */
export function useKeptFocus(): {
  tree: RefObject<HTMLDivElement | null>;
  keep: (service: string, way: Way) => void;
  release: () => void;
} {
  const tree = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ service: string; way: Way }>(undefined);
  useEffect(() => {
    if (!wanted.current) return;
    const { service, way } = wanted.current;
    const row = tree.current?.querySelector(`[data-service="${CSS.escape(service)}"] > div`);
    const { activeElement } = document;
    // Whoever has gone elsewhere meanwhile is not called back.
    if (activeElement !== document.body && !row?.contains(activeElement)) return;
    const buttons = [...(row?.querySelectorAll('button') ?? [])];
    const same = buttons.find((each) => each.querySelector(`[data-way=${way}]`));
    const next = same?.disabled ? buttons.find(({ disabled }) => !disabled) : same;
    next?.focus();
  });
  return {
    tree,
    keep: (service, way) => {
      wanted.current = { service, way };
    },
    release: () => {
      wanted.current = undefined;
    },
  };
}
