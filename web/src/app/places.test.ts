import { expect, test } from 'vitest';
import { languageName, localTime } from './places';

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
