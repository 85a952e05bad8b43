// How far a notice is: counts, rate, time left.
import { grouped } from '@/design/words';
import { duration } from '@/design/words_of_time';
import type { Notice } from './data';

export type Counts = Notice['counts'];

/** A delivery that is deferred is tried again later: it holds nobody else up. */
export function progressOf(counts: Counts) {
  const withheld = counts.opted_out + counts.suppressed;
  const left = counts.queued + counts.sending;
  const failed = counts.failed + counts.bounced + counts.unknown;
  const dropped = counts.superseded + counts.cancelled;
  const settled = counts.accepted + failed + counts.deferred;
  return { left, settled, withheld, failed, dropped, audience: left + settled };
}

/** "120 a second, 40 s left"; empty while nothing can be said. */
export function rateWords({
  per_second,
  seconds_left,
}: Pick<Notice, 'per_second' | 'seconds_left'>): string {
  if (!per_second) return '';
  const speed = per_second < 10 ? per_second.toFixed(1) : grouped(Math.round(per_second));
  const left = seconds_left === null ? '' : `, ${duration(seconds_left * 1000)} left`;
  return `${speed} a second${left}`;
}
