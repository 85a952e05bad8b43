// Single keys and short sequences ("g i"). A screen names its own while it is shown; the `?` sheet
// lists what holds now. Never while somebody types, never with a modifier, and not at all where
// they are switched off.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { hasShortcuts } from './preferences';

export type Shortcut = { keys: string; label: string; run: () => void };
export type ShortcutGroup = { title: string; shortcuts: readonly Shortcut[] };

const sequenceMs = 1_000;
let groups: readonly ShortcutGroup[] = [];
const listeners = new Set<() => void>();
let begun = '';
let begunAt = 0;

function changed(next: readonly ShortcutGroup[]) {
  groups = next;
  for (const listener of listeners) listener();
}

export function useShortcutGroups(): readonly ShortcutGroup[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => groups,
  );
}

/** The newest group wins where two name the same key. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]) {
  const newest = useRef(shortcuts);
  newest.current = shortcuts;
  const names = shortcuts.map(({ keys, label }) => `${keys}\t${label}`).join('\n');
  useEffect(() => {
    if (!names) return;
    const group: ShortcutGroup = {
      title,
      shortcuts: names.split('\n').map((line, at) => {
        const [keys = '', label = ''] = line.split('\t');
        return { keys, label, run: () => newest.current[at]?.run() };
      }),
    };
    changed([...groups, group]);
    return () => changed(groups.filter((each) => each !== group));
  }, [title, names]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role=menu], [role=listbox]') !==
      null
  );
}

/** Which shortcut these keys mean; `begun` is what was pressed just before. */
export function meaning(
  all: readonly ShortcutGroup[],
  before: string,
  key: string,
): { run?: () => void; begins: boolean } {
  const pressed = before ? `${before} ${key}` : key;
  const known = all.toReversed().flatMap((group) => group.shortcuts);
  const hit = known.find(({ keys }) => keys === pressed);
  if (hit) return { run: hit.run, begins: false };
  return { begins: known.some(({ keys }) => keys.startsWith(`${pressed} `)) };
}

/** A dialog has the stage: its own keys only. A toast is one by its role, but takes nothing away. */
export function hasDialog(): boolean {
  return document.querySelector('[role$=dialog]:not([aria-modal=false])') !== null;
}

export function listenForShortcuts(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!hasShortcuts() || isTyping(event.target)) return;
    if (hasDialog()) return;
    const before = event.timeStamp - begunAt < sequenceMs ? begun : '';
    const { run, begins } = meaning(groups, before, event.key);
    begun = begins ? event.key : '';
    begunAt = event.timeStamp;
    if (!run) return;
    event.preventDefault();
    run();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
