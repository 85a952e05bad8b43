import { describe, expect, it } from 'vitest';
import { fromLocal } from '@/design/local_time';
import { needsWhen, noWish, promised, whenBody, whenGaps, wishWords } from './when_wish';

const now = Date.parse('2026-03-04T10:00:00Z');
const local = '2026-03-04T16:30';

describe('the when of a word', () => {
  it('asks for a bound as it was chosen', () => {
    expect(whenBody({ ...noWish, eta: '2h' }, now)).toEqual({ eta: { within: '2h' } });
    expect(whenBody({ ...noWish, eta: '3d' }, now)).toEqual({ eta: { within: '3d' } });
  });

  it('asks for a moment in the zone of the reader', () => {
    expect(whenBody({ ...noWish, eta: 'at', at: local }, now)).toEqual({
      eta: { at: fromLocal(local) },
    });
  });

  it('counts the next word from the moment of publishing', () => {
    expect(whenBody({ ...noWish, eta: 'unknown', next: '30' }, now)).toEqual({
      next_word_at: '2026-03-04T10:30:00.000Z',
    });
    expect(whenBody({ ...noWish, eta: 'unknown', next: 'at', nextAt: local }, now)).toEqual({
      next_word_at: fromLocal(local),
    });
  });

  it('forgets a next word that was chosen before an estimate', () => {
    expect(whenBody({ ...noWish, eta: '12h', next: '30' }, now)).toEqual({
      eta: { within: '12h' },
    });
  });

  it('asks for nothing while nothing is chosen', () => {
    expect(whenBody(noWish, now)).toEqual({});
    expect(whenBody({ ...noWish, eta: 'unknown' }, now)).toEqual({});
  });
});

describe('what it would promise', () => {
  it('is what the server will make of it', () => {
    expect(promised({ ...noWish, eta: '12h' }, now)).toEqual({
      eta_at: '2026-03-04T22:00:00.000Z',
      eta_from: null,
      eta_words: '12h',
      next_word_at: null,
    });
    expect(promised({ ...noWish, eta: 'at', at: local }, now).eta_at).toBe(fromLocal(local));
    expect(promised({ ...noWish, eta: 'unknown', next: '60' }, now).next_word_at).toBe(
      '2026-03-04T11:00:00.000Z',
    );
  });

  it('is nothing while nothing is chosen', () => {
    expect(promised(noWish, now)).toMatchObject({ eta_at: null, next_word_at: null });
    expect(wishWords(noWish, now)).toBe('');
  });

  it('is no promise when the moment has passed', () => {
    expect(wishWords({ ...noWish, eta: 'at', at: '2020-01-01T10:00' }, now)).toBe('');
    expect(wishWords({ ...noWish, eta: '2h' }, now)).toMatch(/^Back within 2 h, by /);
  });
});

describe('what is missing of it', () => {
  it('is said beside the field', () => {
    expect(whenGaps(noWish)).toEqual({ eta: needsWhen });
    expect(whenGaps({ ...noWish, eta: 'unknown' })).toEqual({ next_word_at: needsWhen });
    expect(whenGaps({ ...noWish, eta: 'at' })).toHaveProperty('eta');
    expect(whenGaps({ ...noWish, eta: 'unknown', next: 'at' })).toHaveProperty('next_word_at');
  });

  it('is nothing where a choice is whole', () => {
    expect(whenGaps({ ...noWish, eta: '2h' })).toEqual({});
    expect(whenGaps({ ...noWish, eta: 'at', at: local })).toEqual({});
    expect(whenGaps({ ...noWish, eta: 'unknown', next: '60' })).toEqual({});
  });
});
