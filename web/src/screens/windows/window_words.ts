// The states of windows and of reserved times as people say them.
import type { Tone, toneIcons } from '@/design/tone';
import type { Occurrence, Window } from './data';

type Words = { words: string; tone: Tone; icon?: keyof typeof toneIcons };

/** As the status page says it. */
export const occurrenceWords: Record<Occurrence['state'], Words> = {
  reserved: { words: 'Reserved', tone: 'unk', icon: 'due' },
  will_be_used: { words: 'Will be used', tone: 'plan' },
  used: { words: 'Was used', tone: 'ok' },
  not_used: { words: 'Not used', tone: 'unk', icon: 'off' },
  cancelled: { words: 'Cancelled', tone: 'unk', icon: 'off' },
  moved: { words: 'Moved to another time', tone: 'unk', icon: 'off' },
};

/** What somebody may still say of a time that is to come: what was given up may be used after all. */
export const openVerbs: Partial<Record<Occurrence['state'], string>> = {
  reserved: 'Will it be used? …',
  not_used: 'Use it after all …',
  cancelled: 'Use it after all …',
};

/** A window that runs past the end that was announced. */
export const overruns = ({ state, announced_end }: Window, now: number): boolean =>
  state === 'started' && announced_end !== null && Date.parse(announced_end) <= now;

/** "1 of 3 used", of those that are over. */
export function usedShare({ past, used }: { past: number; used: number }): string {
  return past === 0 ? 'None has passed yet' : `${used} of ${past} used`;
}
