// How far a notice is: counts, rate, time left.
import { grouped } from '@/design/words';
import { duration } from '@/design/words_of_time';

export type Counts = Record<
  | 'queued'
  | 'sending'
  | 'accepted'
  | 'deferred'
  | 'failed'
  | 'bounced'
  | 'suppressed'
  | 'opted_out'
  | 'unknown'
  | 'superseded'
  | 'cancelled',
  number
>;

/** A delivery that is deferred is tried again later: it holds nobody else up. */
export function progressOf(counts: Counts) {
  const withheld = counts.opted_out + counts.suppressed;
  const left = counts.queued + counts.sending;
  const failed = counts.failed + counts.bounced + counts.unknown;
  const dropped = counts.superseded + counts.cancelled;
  const settled = counts.accepted + failed + counts.deferred;
  return { left, settled, withheld, failed, dropped, audience: left + settled };
}

export type Sample = { at: number; settled: number };

/** Of the last seconds only: what was half a minute ago says little about the rest. */
const windowMs = 15_000;

export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1);
  // Another notice, or the same told anew.
  if (last && sample.settled < last.settled) return [sample];
  return [...samples.filter(({ at }) => sample.at - at <= windowMs), sample];
}

/** Deliveries in a second; nothing while too little was seen. */
export function rateOf(samples: readonly Sample[]): number | undefined {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < 900) return undefined;
  return ((last.settled - first.settled) * 1000) / (last.at - first.at);
}

/** "120 a second, 40 s left"; empty while nothing can be said. */
export function rateWords(rate: number | undefined, left: number): string {
  if (rate === undefined || rate <= 0) return '';
  const speed = rate < 10 ? rate.toFixed(1) : grouped(Math.round(rate));
  return `${speed} a second, ${duration(Math.ceil(left / rate) * 1000)} left`;
}
