import { expect, test } from 'vitest';
import { failureOf, fieldError, Refused, Unreachable } from './problem';

const refused = new Refused(422, {
  code: 'update.needs_when',
  title: 'Invalid',
  detail: 'Say by when, or when the next word comes.',
  errors: [
    { field: 'eta', code: 'update.needs_when', detail: 'Say by when.' },
    {
      field: 'services[1].service',
      code: 'service.not_found',
      detail: 'There is no such service.',
    },
  ],
});

test('a refusal speaks in the words of the server', () => {
  expect(refused.message).toBe('Say by when, or when the next word comes.');
  expect(refused.code).toBe('update.needs_when');
});

test('a field finds what is wrong with it, and with its parts', () => {
  expect(fieldError(refused, 'eta')).toBe('Say by when.');
  expect(fieldError(refused, 'services')).toBe('There is no such service.');
  expect(fieldError(refused, 'title')).toBeUndefined();
});

test('an answer that is no problem document still says something', () => {
  expect(new Refused(500, undefined).message).toBe('The server answered with status 500.');
});

test('a proxy in front of a server that is away is no refusal', () => {
  expect(failureOf(502, '<html>')).toBeInstanceOf(Unreachable);
  expect(failureOf(503, { code: 'db.unknown', title: 'Nobody can say' })).toBeInstanceOf(Refused);
  expect(failureOf(500, undefined)).toBeInstanceOf(Refused);
});
