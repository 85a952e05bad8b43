import { describe, expect, it } from 'vitest';
import type { Window } from './data';
import { openVerbs, overruns, usedShare } from './window_words';

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

describe('openVerbs', () => {
  it('are of a time of which nothing was said, or that was given up', () => {
    expect(Object.keys(openVerbs)).toEqual(['reserved', 'not_used', 'cancelled']);
  });
});

describe('usedShare', () => {
  it('counts those that are over', () => {
    expect(usedShare({ past: 3, used: 1 })).toBe('1 of 3 used');
    expect(usedShare({ past: 0, used: 0 })).toBe('None has passed yet');
  });
});
