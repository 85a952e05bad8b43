import { expect, test } from 'vitest';
import { reasonWords } from './fates';

test('reasons are said in words', () => {
  expect(reasonWords('topic unplanned is off')).toBe('Chose not to hear about outages.');
  expect(reasonWords('550 5.1.1 no such user')).toBe('Mail server: 550 5.1.1 no such user');
  expect(reasonWords('the address does not exist')).toBe('The address does not exist');
  expect(reasonWords(null)).toBe('');
});
