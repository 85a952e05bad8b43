// An estimate with what was said before: "16:30, was 15:30; moved once".
import { short } from '@/design/words_of_time';
import type { Incident } from './data';

const times = ['', 'once', 'twice'];

export function etaHistoryWords(history: Incident['eta_history'], now: number): string | undefined {
  // What reads the same has not moved for whoever reads it.
  const given = history
    .map(({ eta_at }) => short(eta_at, now))
    .filter((words, at, all) => words !== all[at - 1]);
  const newest = given.at(-1);
  if (!newest) return undefined;
  const before = given.slice(0, -1).toReversed();
  if (before.length === 0) return newest;
  const moved = times[before.length] ?? `${before.length} times`;
  return `${newest}, was ${before.join(', before that ')}; moved ${moved}`;
}
