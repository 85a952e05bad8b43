import { expect, test } from 'vitest';
import { type Day, livedDays, localDate, troubled, troubleWords } from './days';

const day = (date: string, worst: Day['worst'] = 'operational'): Day => ({
  date,
  worst,
  down_s: 0,
  unknown_s: 0,
  shown: '100.00',
});

test('days before a service was there are left out, and the others keep their places', () => {
  const days = [day('2026-11-20'), day('2026-11-21'), day('2026-11-22')];
  expect(livedDays(days, '2026-11-21').map(({ at }) => at)).toEqual([1, 2]);
});

test('days with trouble come newest first, without planned work', () => {
  const days = [day('1', 'major'), day('2'), day('3', 'maintenance'), day('4', 'unknown')];
  expect(troubled(days).map(({ date }) => date)).toEqual(['4', '1']);
});

test('how many days had trouble is said in words', () => {
  expect(troubleWords(0)).toBe('No day with trouble.');
  expect(troubleWords(1)).toBe('One day with trouble.');
  expect(troubleWords(3)).toBe('3 days with trouble.');
});

test('a date is that of the reader’s zone', () => {
  expect(localDate(new Date(2026, 0, 5, 0, 30).toISOString())).toBe('2026-01-05');
});
