// The "when" of a public word while it is being written, and what the server is asked for.
import { fromLocal } from '@/design/local_time';
import { overdueSince, type When, whenWords } from './when_words';

export const etaChoices = ['2h', '12h', '3d', 'at', 'unknown'] as const;
export const nextChoices = ['30', '60', '120', 'at'] as const;

export type WhenWish = {
  eta: (typeof etaChoices)[number] | '';
  /** As a datetime-local field has it. */
  at: string;
  /** Minutes from the moment of publishing. */
  next: (typeof nextChoices)[number] | '';
  nextAt: string;
};

export const noWish: WhenWish = { eta: '', at: '', next: '', nextAt: '' };

/** The server says the same (update.needs_when), to programs by the names of the fields. */
export const needsWhen =
  'Say when it will be well, or when the next word comes: nobody should have to ask.';

type Body = { eta?: { within: string } | { at: string }; next_word_at?: string };

/** Relative words count from `now`, the moment of publishing. */
export function whenBody(wish: WhenWish, now: number): Body {
  if (wish.eta === '') return {};
  if (wish.eta === 'at') {
    const at = fromLocal(wish.at);
    return at ? { eta: { at } } : {};
  }
  if (wish.eta !== 'unknown') return { eta: { within: wish.eta } };
  if (wish.next === '') return {};
  const next =
    wish.next === 'at'
      ? fromLocal(wish.nextAt)
      : new Date(now + Number(wish.next) * 60_000).toISOString();
  return next ? { next_word_at: next } : {};
}

const hour = 3_600_000;
const bounds: Record<string, number> = { '2h': 2 * hour, '12h': 12 * hour, '3d': 72 * hour };

/** What it would promise if it were published at `now`. */
export function promised(wish: WhenWish, now: number): When {
  const { eta, next_word_at } = whenBody(wish, now);
  const within = eta && 'within' in eta ? eta.within : '';
  const by = within ? new Date(now + (bounds[within] ?? 0)).toISOString() : undefined;
  return {
    eta_at: by ?? (eta && 'at' in eta ? eta.at : null),
    eta_from: null,
    eta_words: within,
    next_word_at: next_word_at ?? null,
  };
}

/** The promise in words; empty where nothing is chosen, or a moment that has passed. */
export function wishWords(wish: WhenWish, now: number): string {
  const when = promised(wish, now);
  return overdueSince(when, now) ? '' : whenWords(when, now);
}

export type WhenGaps = { eta?: string; next_word_at?: string };

/** What is missing, by the field that it belongs to. */
export function whenGaps(wish: WhenWish): WhenGaps {
  if (wish.eta === '') return { eta: needsWhen };
  if (wish.eta === 'at' && !fromLocal(wish.at))
    return { eta: 'Choose the date and the time at which it will be well.' };
  if (wish.eta !== 'unknown') return {};
  if (wish.next === '') return { next_word_at: needsWhen };
  if (wish.next === 'at' && !fromLocal(wish.nextAt))
    return { next_word_at: 'Choose the date and the time of the next word.' };
  return {};
}
