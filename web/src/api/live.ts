// The event stream: a fact makes what we hold about its room old, and a lost connection is seen.
import { useSyncExternalStore } from 'react';
import { queries } from './queries';

export type Connection = 'up' | 'lost';

/** What is shown of a room by the others: a promise on a ticket, a service in its panel. */
const shownWith: Record<string, string[]> = {
  tickets: ['tickets', 'promises'],
  status: ['status', 'tickets'],
  notify: ['notify', 'status', 'outbox', 'accounts'],
  promises: ['promises', 'tickets', 'status'],
  accounts: ['accounts', 'tickets', 'notify'],
  team: ['team', 'tickets'],
};

/** Facts come in bursts; looking again once is enough for all of them. */
const gatherMs = 250;
/** A blink is not worth a word. */
const patienceMs = 2_000;
const againMs = 5_000;
const name = 'tellfirst.events';

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

type Word = { kind: 'fact'; room: string } | { kind: 'all' } | { kind: Connection };

function hear(word: Word) {
  if (word.kind === 'fact') touch(word.room);
  else if (word.kind === 'all') void queries.invalidateQueries();
  else become(word.kind);
}

/** Reads the stream and says what it hears, until the answer is called. */
function follow(say: (word: Word) => void): () => void {
  let source: EventSource;
  let worry: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  // What was asked before the stream stood may be old already.
  let hasGap = true;

  const open = () => {
    source = new EventSource('/api/v1/events');
    source.onopen = () => {
      clearTimeout(worry);
      worry = undefined;
      say({ kind: 'up' });
      if (hasGap) say({ kind: 'all' });
      hasGap = false;
    };
    source.onerror = () => {
      hasGap = true;
      worry ??= setTimeout(() => say({ kind: 'lost' }), patienceMs);
      // The browser tries again by itself, but not after an answer that was no stream.
      if (source.readyState === EventSource.CLOSED) {
        again = setTimeout(open, againMs);
        // Perhaps the session has ended: then this leads to the sign-in.
        void queries.invalidateQueries({ queryKey: ['team', 'me'] });
      }
    };
    source.addEventListener('fact', (event) => {
      const { room } = JSON.parse((event as MessageEvent<string>).data) as { room: string };
      say({ kind: 'fact', room });
    });
    source.addEventListener('reset', () => say({ kind: 'all' }));
  };

  open();
  return () => {
    clearTimeout(worry);
    clearTimeout(again);
    source.close();
  };
}

/**
 * Hears the facts from now on, until the answer is called. A browser grants one host few
 * connections, so of all tabs of the console one reads the stream and tells the others; when it is
 * closed, the next one goes on. Whoever begins asks for everything anew, because he cannot know what he
 * missed.
 */
export function listen(): () => void {
  const tabs = new BroadcastChannel(name);
  tabs.onmessage = (event: MessageEvent<Word>) => hear(event.data);
  const say = (word: Word) => {
    hear(word);
    tabs.postMessage(word);
  };

  const ended = new AbortController();
  const lead = () =>
    new Promise<void>((resolve) => {
      // The lock may be granted after the end.
      if (ended.signal.aborted) return resolve();
      const stop = follow(say);
      ended.signal.addEventListener('abort', () => {
        stop();
        resolve();
      });
    });

  // Locks exist on https and localhost only; elsewhere each tab reads for itself.
  const locks = navigator.locks as LockManager | undefined;
  // Rejected where it ended while it waited: this tab is gone.
  if (locks) locks.request(name, { signal: ended.signal }, lead).catch(() => {});
  else void lead();

  return () => {
    ended.abort();
    tabs.close();
    become('up');
  };
}
