// What a public word says about "when", in words, and since when it is overdue.
import { duration, short } from '@/design/words_of_time';

export type When = {
  eta_at: string | null;
  eta_from: string | null;
  eta_words: string;
  next_word_at: string | null;
};

/** The first promised moment that has passed, by the rule of the server. */
export function overdueSince(when: When, now: number): string | undefined {
  return [when.next_word_at, when.eta_at]
    .filter((at) => at !== null)
    .filter((at) => Date.parse(at) <= now)
    .sort((one, other) => Date.parse(one) - Date.parse(other))[0];
}

export function overdueWords(since: string, now: number): string {
  return `Overdue since ${short(since, now)} (${duration(now - Date.parse(since))})`;
}

/** "2h" as the server keeps it is "2 h" as it is read. */
function boundWords(words: string): string {
  const units: Record<string, string> = { m: 'min', h: 'h', d: 'days' };
  return words
    .replace(/^within /, '')
    .replace(/(\d+)\s*([mhd])\b/g, (_, number: string, unit: string) =>
      number === '1' && unit === 'd' ? '1 day' : `${number} ${units[unit]}`,
    );
}

function etaWords(when: When, now: number): string | undefined {
  if (!when.eta_at) return undefined;
  const to = short(when.eta_at, now);
  if (when.eta_from) return `back between ${short(when.eta_from, now)} and ${to}`;
  return when.eta_words ? `back within ${boundWords(when.eta_words)}, by ${to}` : `back by ${to}`;
}

/** "Back within 2 h, by 16:30", "Next word by 15:00"; empty where nothing was promised. */
export function whenWords(when: When, now: number): string {
  const words = [
    etaWords(when, now),
    when.next_word_at && `next word by ${short(when.next_word_at, now)}`,
  ]
    .filter(Boolean)
    .join('; ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
