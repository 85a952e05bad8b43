// The event stream: a fact makes what we hold about its room old, and a lost connection is seen.
import { useSyncExternalStore } from 'react';
import { queries } from './queries';

export type Connection = 'up' | 'lost';

/** What is shown of a room by the others: a promise on a ticket, a service in its panel. */
const shownWith: Record<string, string[]> = {
  tickets: ['tickets', 'promises'],
  status: ['status', 'tickets'],
  notify: ['notify', 'status', 'outbox'],
  promises: ['promises', 'tickets', 'status'],
  accounts: ['accounts', 'tickets', 'notify'],
  team: ['team', 'tickets'],
};

/** Facts come in bursts; looking again once is enough for all of them. */
const gatherMs = 250;
/** A blink is not worth a word. */
const patienceMs = 2_000;
const againMs = 5_000;

let connection: Connection = 'up';
const listeners = new Set<() => void>();

function become(next: Connection) {
  if (next === connection) return;
  connection = next;
  for (const listener of listeners) listener();
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
}

const touched = new Set<string>();
let gathering: ReturnType<typeof setTimeout> | undefined;

function touch(room: string) {
  for (const key of shownWith[room] ?? [room]) touched.add(key);
  if (gathering !== undefined) return;
  gathering = setTimeout(() => {
    gathering = undefined;
    for (const key of touched) void queries.invalidateQueries({ queryKey: [key] });
    touched.clear();
  }, gatherMs);
}

/** Listens until the answer is called. Facts are heard from now on; after a gap all is asked anew. */
export function listen(): () => void {
  let source: EventSource;
  let worry: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let hadGap = false;

  const open = () => {
    source = new EventSource('/api/v1/events');
    source.onopen = () => {
      clearTimeout(worry);
      worry = undefined;
      become('up');
      if (hadGap) void queries.invalidateQueries();
      hadGap = false;
    };
    source.onerror = () => {
      hadGap = true;
      worry ??= setTimeout(() => become('lost'), patienceMs);
      // The browser tries again by itself, but not after an answer that was no stream.
      if (source.readyState === EventSource.CLOSED) again = setTimeout(open, againMs);
    };
    source.addEventListener('fact', (event) => {
      touch((JSON.parse((event as MessageEvent<string>).data) as { room: string }).room);
    });
    source.addEventListener('reset', () => void queries.invalidateQueries());
  };

  open();
  return () => {
    clearTimeout(worry);
    clearTimeout(again);
    source.close();
    become('up');
  };
}
