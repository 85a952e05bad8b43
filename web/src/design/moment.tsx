// Times as people say them, with the exact one (reader's zone and UTC) within reach.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { dayOf, ends, exact, relative, short } from './words_of_time';

/** Ticks every ten seconds for all that show a distance to now; one timer for the whole console. */
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 10_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

export function useNow(): number {
  return useSyncExternalStore(subscribe, () => {
    // Nobody listens yet: a new answer, but the same one for a render that asks twice.
    if (timer === undefined && Date.now() - now > 1_000) now = Date.now();
    return now;
  });
}

/** The same by the second, while something is counted down. */
export function useSeconds(isCounting: boolean): number {
  const [seen, setSeen] = useState(Date.now);
  useEffect(() => {
    if (!isCounting) return;
    setSeen(Date.now());
    const timer = setInterval(() => setSeen(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isCounting]);
  return seen;
}

/** "3 h ago", "in 20 min"; the exact moment as its title. */
export function Ago({ at }: { at: string }) {
  const seen = useNow();
  return (
    <time dateTime={at} title={exact(at)}>
      {relative(at, seen)}
    </time>
  );
}

/** "14:05", "Thu 14:05", "12 Nov, 14:05": as short as it can be understood today. */
export function Moment({ at }: { at: string }) {
  const seen = useNow();
  return (
    <time dateTime={at} title={exact(at)}>
      {short(at, seen)}
    </time>
  );
}

/** "Thu 26 Nov, 22:00 – 23:00". */
export function Span({ from, to }: { from: string; to: string }) {
  const [first, last] = ends(from, to, useNow());
  return (
    <>
      <time dateTime={from} title={exact(from)}>
        {first}
      </time>{' '}
      –{' '}
      <time dateTime={to} title={exact(to)}>
        {last}
      </time>
    </>
  );
}

/** "12 Nov 2026". */
export function Day({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exact(at)}>
      {dayOf(at)}
    </time>
  );
}
