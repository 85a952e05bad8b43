// What is being written survives a reload, a lost connection and an ended session: it is kept in
// this browser until it was sent. A draft is one JSON value under a key ("reply.tkt_1"), and belongs
// to whoever is signed in: the next one at the same desk does not find it.
import { useCallback, useEffect, useRef, useState } from 'react';

const prefix = 'tellfirst.draft.';
const pauseMs = 300;
/** Older ones were forgotten by whoever wrote them. */
const keptForMs = 30 * 24 * 3_600_000;

type Kept = { at: number; value: unknown };

let writer = '';

/** Whose drafts are read and written from now on: the id of a person (or of a token). */
export function draftsBelongTo(id: string) {
  writer = id;
}

const place = (key: string) => `${prefix}${writer}/${key}`;

export function readDraft<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(place(key));
    return text === null ? undefined : ((JSON.parse(text) as Kept).value as T);
  } catch {
    return undefined;
  }
}

export function writeDraft(key: string, value: unknown) {
  try {
    localStorage.setItem(place(key), JSON.stringify({ at: Date.now(), value } satisfies Kept));
  } catch {
    // full or forbidden: the text is still on the screen
  }
}

export function dropDraft(key: string) {
  try {
    localStorage.removeItem(place(key));
  } catch {
    // nothing was kept
  }
}

export function sweepDrafts(now: number) {
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>;
      if (now - (kept.at ?? 0) > keptForMs) localStorage.removeItem(key);
    } catch {
      localStorage.removeItem(key);
    }
  }
}

/** What is open in an editor now; several may show the same draft. */
const editors = new Set<{ flush: () => void; show: (key: string, value: unknown) => void }>();

/** What was sent and taken back is in front of its writer again, before what he began since. */
export function putBack(key: string, text: string) {
  for (const editor of editors) editor.flush();
  const begun = readDraft<string>(key);
  const whole = begun ? `${text}\n\n${begun}` : text;
  writeDraft(key, whole);
  // Handed over, not read again: a browser that keeps nothing must not lose it.
  for (const editor of editors) editor.show(key, whole);
}

/** State that is written down while it changes; `clear` after it was sent. `empty` is not kept. */
export function useDraft<T>(key: string, empty: T): [T, (next: T) => void, () => void] {
  const [value, setValue] = useState<T>(() => readDraft<T>(key) ?? empty);
  const unwritten = useRef<{ key: string; value: T } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const nothing = JSON.stringify(empty);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const waiting = unwritten.current;
    unwritten.current = undefined;
    if (!waiting) return;
    if (JSON.stringify(waiting.value) === nothing) dropDraft(waiting.key);
    else writeDraft(waiting.key, waiting.value);
  }, [nothing]);

  // Another ticket in the same place is another draft.
  const [shownKey, setShownKey] = useState(key);
  if (shownKey !== key) {
    flush();
    setShownKey(key);
    setValue(readDraft<T>(key) ?? empty);
  }

  useEffect(() => {
    const editor = {
      flush,
      show: (changed: string, next: unknown) => {
        if (changed === key) setValue(next as T);
      },
    };
    editors.add(editor);
    return () => void editors.delete(editor);
  }, [flush, key]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const change = useCallback(
    (next: T) => {
      setValue(next);
      unwritten.current = { key, value: next };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pauseMs);
    },
    [key, flush],
  );

  const clear = useCallback(() => {
    clearTimeout(timer.current);
    unwritten.current = undefined;
    dropDraft(key);
    setValue(empty);
    // Whoever went away and came back while it was being sent must not find it once more.
    for (const editor of editors) editor.show(key, empty);
  }, [key, empty]);

  return [value, change, clear];
}
