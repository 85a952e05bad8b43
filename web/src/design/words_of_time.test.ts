import { describe, expect, test } from 'vitest';
import { coveredTime, duration, ends, exact, relative, short } from './words_of_time';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const now = new Date('2026-11-19T14:00:00Z').getTime();
const at = (ms: number) => new Date(now + ms).toISOString();

describe('a duration names its two greatest units, rounded down', () => {
  test.each([
    [0, '0 s'],
    [59 * second, '59 s'],
    [minute, '1 min'],
    [59 * minute + 59 * second, '59 min'],
    [hour, '1 h'],
    [3 * hour + 20 * minute, '3 h 20 min'],
    [day, '1 d'],
    [2 * day + 4 * hour, '2 d 4 h'],
    [5 * day + 4 * hour, '5 d'],
    [-90 * minute, '1 h 30 min'],
  ])('%i ms is "%s"', (ms, words) => expect(duration(ms)).toBe(words));
});

describe('a distance to now names its greatest unit', () => {
  test.each([
    [0, 'just now'],
    [30 * second, 'in a moment'],
    [9 * second, 'just now'],
    [-30 * second, 'just now'],
    [20 * minute, 'in 20 min'],
    [-3 * hour, '3 h ago'],
    [-40 * day, '40 d ago'],
  ])('%i ms from now is "%s"', (ms, words) => expect(relative(at(ms), now)).toBe(words));
});

describe('a moment is as short as it can be understood today', () => {
  test('today it is a time of day', () => expect(short(at(0), now)).toMatch(/^\d\d:\d\d$/));
  test('within three days it has a weekday', () => {
    expect(short(at(-2 * day), now)).toMatch(/^Tue \d\d:\d\d$/);
    expect(short(at(2 * day), now)).toMatch(/^Sat \d\d:\d\d$/);
  });
  test('no weekday is both a past and a coming one', () =>
    expect(short(at(-5 * day), now)).toMatch(/^14 Nov, \d\d:\d\d$/));
  test('further away it has a date', () =>
    expect(short(at(-30 * day), now)).toMatch(/^20 Oct, \d\d:\d\d$/));
  test('half a year away it has a year', () =>
    expect(short(at(-300 * day), now)).toMatch(/2026, \d\d:\d\d$/));
});

describe('a span names its day', () => {
  const from = '2026-11-26T12:00:00Z';
  test('once where it ends on it', () =>
    expect(ends(from, '2026-11-26T13:00:00Z', now)).toEqual([
      expect.stringMatching(/^Thu,? 26 Nov, \d\d:00$/),
      expect.stringMatching(/^\d\d:00$/),
    ]));
  test('and the one on which it ends', () =>
    expect(ends(from, '2026-11-28T12:00:00Z', now)[1]).toMatch(/^Sat,? 28 Nov, \d\d:00$/));
  test('with its year half a year away', () =>
    expect(ends('2025-11-26T12:00:00Z', '2025-11-26T13:00:00Z', now)[0]).toMatch(/^26 Nov 2025, /));
});

test('an exact moment says UTC, and says it once', () => {
  const said = exact('2026-11-12T14:05:00Z');
  expect(said).toMatch(/12 Nov 2026.*14:05 UTC\)?$/);
  expect(said.split('UTC')).toHaveLength(2);
});

test('covered time is told in hours and minutes, never in days', () => {
  expect([30, 60, 90, 2880].map(coveredTime)).toEqual(['30 min', '1 h', '1 h 30 min', '48 h']);
});
