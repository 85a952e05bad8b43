import { expect, test } from 'vitest';
import { languageName, localTime, theirClock } from './places';

const noon = Date.UTC(2026, 0, 12, 12, 0);

test('a contact’s hour is told with the place it is told for', () => {
  expect(localTime('America/New_York', noon)).toBe('now 07:00 in New York');
  expect(localTime('Etc/UTC', noon)).toBe('now 12:00 in UTC');
});

test('a zone or language that nobody knows is shown as it stands', () => {
  expect(localTime('Moon/Crater', noon)).toBe('Moon/Crater');
  expect(languageName('not a language')).toBe('not a language');
  expect(languageName('de')).toBe('German');
});

test('another clock is told where it differs from ours', () => {
  const ours = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = new Date(noon).toISOString();
  expect(theirClock(at, ours)).toBeUndefined();
  // No place has the same hour as both of these.
  expect(theirClock(at, 'Asia/Tokyo') ?? theirClock(at, 'America/Lima')).toMatch(/^Mon \d\d:00$/);
  expect(theirClock(at, 'Moon/Crater')).toBeUndefined();
});
