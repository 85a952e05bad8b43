import { describe, expect, it } from 'vitest';
import type { Window } from './data';
import { isOpen, overruns, usedShare } from './window_words';

const window = (state: Window['state'], announced_end: string | null) =>
  ({ state, announced_end }) as Window;
const end = '2026-11-21T10:00:00Z';

describe('overruns', () => {
  it('is said of a window that still runs past its announced end', () => {
    expect(overruns(window('started', end), Date.parse(end))).toBe(true);
    expect(overruns(window('started', end), Date.parse(end) - 1)).toBe(false);
    expect(overruns(window('finished', end), Date.parse(end) + 1)).toBe(false);
    expect(overruns(window('started', null), Date.parse(end))).toBe(false);
  });
});

describe('isOpen', () => {
  it('is a time of which nothing was said, or whose window was cancelled', () => {
    expect(isOpen({ state: 'reserved' })).toBe(true);
    expect(isOpen({ state: 'cancelled' })).toBe(true);
    expect(isOpen({ state: 'will_be_used' })).toBe(false);
    expect(isOpen({ state: 'moved' })).toBe(false);
  });
});

describe('usedShare', () => {
  it('counts those that are over', () => {
    expect(usedShare({ past: 3, used: 1 })).toBe('1 of 3 used');
    expect(usedShare({ past: 0, used: 0 })).toBe('None has passed yet');
  });
});
