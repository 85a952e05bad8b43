import { describe, expect, it } from 'vitest';
import { overdueSince, overdueWords, type When, whenWords } from './when_words';

const now = new Date(2026, 2, 4, 14, 0).getTime();
const at = (hour: number, minute = 0) => new Date(2026, 2, 4, hour, minute).toISOString();
const when = (parts: Partial<When>): When => ({
  eta_at: null,
  eta_from: null,
  eta_words: '',
  next_word_at: null,
  ...parts,
});

describe('what is said about when', () => {
  it('names the moment', () => {
    expect(whenWords(when({ eta_at: at(16, 30) }), now)).toBe('Back by 16:30');
    expect(whenWords(when({ next_word_at: at(15) }), now)).toBe('Next word by 15:00');
  });

  it('keeps the bound as it was said', () => {
    const within = (eta_words: string) => whenWords(when({ eta_at: at(16), eta_words }), now);
    expect(within('2h')).toBe('Back within 2 h, by 16:00');
    expect(within('within 90m')).toBe('Back within 90 min, by 16:00');
    expect(within('3d')).toBe('Back within 3 days, by 16:00');
    expect(within('1d')).toBe('Back within 1 day, by 16:00');
  });

  it('says a range, and both where both are promised', () => {
    expect(whenWords(when({ eta_from: at(16), eta_at: at(17), next_word_at: at(15) }), now)).toBe(
      'Back between 16:00 and 17:00; next word by 15:00',
    );
  });

  it('is silent where nothing was promised', () => {
    expect(whenWords(when({}), now)).toBe('');
  });
});

describe('an overdue word', () => {
  it('is overdue from the first promised moment on', () => {
    const promised = when({ eta_at: at(13), next_word_at: at(12, 30) });
    expect(overdueSince(promised, now)).toBe(at(12, 30));
    expect(overdueSince(when({ eta_at: at(14) }), now)).toBe(at(14));
  });

  it('is not overdue before', () => {
    expect(overdueSince(when({ eta_at: at(14, 1) }), now)).toBeUndefined();
    expect(overdueSince(when({}), now)).toBeUndefined();
  });

  it('says since when and for how long', () => {
    expect(overdueWords(at(13, 48), now)).toBe('Overdue since 13:48 (12 min)');
  });
});
