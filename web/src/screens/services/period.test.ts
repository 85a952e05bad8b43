import { describe, expect, it } from 'vitest';
import { spanOf } from './period';

const now = new Date(2026, 0, 15, 13, 5).getTime();
const day = (year: number, month: number, date: number) =>
  new Date(year, month, date).toISOString();

describe('a period', () => {
  it('of days begins with a whole day and goes until now', () => {
    expect(spanOf('7d', now)).toEqual({ from: day(2026, 0, 8) });
    expect(spanOf('30d', now)).toEqual({ from: day(2025, 11, 16) });
  });

  it('of this month begins with its first day', () => {
    expect(spanOf('month', now)).toEqual({ from: day(2026, 0, 1) });
  });

  it('of last month is a whole month, over the turn of the year, too', () => {
    expect(spanOf('last_month', now)).toEqual({ from: day(2025, 11, 1), to: day(2026, 0, 1) });
  });
});
