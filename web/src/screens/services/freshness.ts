// How we know how a service is: never a state without "since when" and "who says so".
import type { Tone } from '@/design/tone';
import { duration, short } from '@/design/words_of_time';
import type { Service } from './queries';

export type Freshness = { words: string; tone?: Tone; at?: string };

/** After so many intervals without a word, what watches is silent (the rule of the server). */
const silentAfter = 3;

export function freshness(
  { checked, checked_every_s }: Pick<Service, 'checked' | 'checked_every_s'>,
  now: number,
): Freshness {
  if (!checked)
    return checked_every_s === null
      ? { words: 'Nothing watches it; nobody has confirmed it yet' }
      : { words: `Nothing heard yet; it is watched every ${duration(checked_every_s * 1_000)}` };
  const { at, by_person, seen_from } = checked;
  const isSilent =
    checked_every_s !== null && now - Date.parse(at) >= silentAfter * checked_every_s * 1_000;
  if (isSilent) {
    const last = by_person ? `confirmed by ${seen_from}` : `seen from ${seen_from}`;
    return { words: `Silent since ${short(at, now)}, last ${last}`, tone: 'warn', at };
  }
  const words = by_person
    ? `Confirmed ${short(at, now)} by ${seen_from}`
    : `Checked ${short(at, now)} from ${seen_from}`;
  return { words, at };
}
