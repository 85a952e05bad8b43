import { describe, expect, it } from 'vitest';
import { later, monthName, monthOf, onDay, weeksOf, withoutWindow } from './month';

describe('weeksOf', () => {
  it('fills the first and the last week with days of the months beside it', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toMatchObject({ id: '2026-10-26', isOfMonth: false });
    expect(weeks[0]?.[6]).toMatchObject({ id: '2026-11-01', isOfMonth: true });
    expect(weeks.at(-1)?.[6]).toMatchObject({ id: '2026-12-06', isOfMonth: false });
  });
  it('leaves no gap between two days', () => {
    for (const month of ['2026-03', '2026-10', '2028-02']) {
      const days = weeksOf(month).flat();
      for (const [place, day] of days.slice(1).entries()) expect(day.from).toBe(days[place]?.to);
    }
  });
  it('takes four weeks where the month fits them', () => {
    expect(weeksOf('2027-02')).toHaveLength(4);
  });
});

describe('later', () => {
  it('goes over the turn of the year, both ways', () => {
    expect(later('2026-12', 1)).toBe('2027-01');
    expect(later('2026-01', -1)).toBe('2025-12');
  });
});

describe('a month', () => {
  it('has a name', () => {
    expect(monthName('2026-11')).toBe('November 2026');
    expect(monthOf(new Date(2026, 10, 30, 23, 59).getTime())).toBe('2026-11');
  });
});

describe('onDay', () => {
  const day = weeksOf('2026-11').flat()[10];
  const span = (from: number, to: number) => ({
    starts_at: new Date(from).toISOString(),
    ends_at: new Date(to).toISOString(),
  });
  it('finds what begins, lasts over, or ends on it, the earliest first', () => {
    if (!day) throw new Error('a month has more days');
    const late = span(day.to - 60_000, day.to + 60_000);
    const over = span(day.from - 60_000, day.to + 60_000);
    const ended = span(day.from - 120_000, day.from);
    const next = span(day.to, day.to + 60_000);
    expect(onDay([late, ended, next, over], day)).toEqual([over, late]);
  });
});

describe('withoutWindow', () => {
  const reserved = [
    { series: 'a', starts_at: '2026-11-26T21:00:00Z' },
    { series: 'a', starts_at: '2026-12-03T21:00:00Z' },
  ];
  it('leaves out the times that have become windows', () => {
    const windows = [{ series: 'a', starts_at: '2026-11-26T21:00:00Z' }];
    expect(withoutWindow(reserved, windows)).toEqual(reserved.slice(1));
  });
  it('keeps the time from which a window was moved', () => {
    expect(withoutWindow(reserved, [{ series: 'a', starts_at: '2026-11-27T21:00:00Z' }])).toEqual(
      reserved,
    );
  });
});
