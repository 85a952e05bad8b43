import { describe, expect, it } from 'vitest';
import { etaHistoryWords } from './eta_words';

const now = new Date(2026, 2, 4, 12, 0).getTime();
const given = (hour: number) => ({
  eta_at: new Date(2026, 2, 4, hour, 30).toISOString(),
  eta_from: null,
  eta_words: '',
  said_at: new Date(2026, 2, 4, 12, 0).toISOString(),
});

describe('the history of an estimate', () => {
  it('is nothing where none was given', () => {
    expect(etaHistoryWords([], now)).toBeUndefined();
  });

  it('is one time where it never moved', () => {
    expect(etaHistoryWords([given(15)], now)).toBe('15:30');
  });

  it('does not move by seconds that nobody reads', () => {
    expect(etaHistoryWords([given(15), given(15)], now)).toBe('15:30');
  });

  it('names what was said before, the newest first, and how often it moved', () => {
    expect(etaHistoryWords([given(15), given(16)], now)).toBe('16:30, was 15:30; moved once');
    expect(etaHistoryWords([given(15), given(16), given(18)], now)).toBe(
      '18:30, was 16:30, before that 15:30; moved twice',
    );
    const often = [15, 16, 17, 18].map(given);
    expect(etaHistoryWords(often, now)).toMatch(/moved 3 times$/);
  });
});
