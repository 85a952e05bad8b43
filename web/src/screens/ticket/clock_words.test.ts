import { expect, test } from 'vitest';
import { allowanceWords } from './clock_words';

const pro = {
  source: 'first_reply',
  plan_name: 'Pro',
  allowance_minutes: 240,
  around_the_clock: false,
  calendar_name: 'Office hours',
  zone: 'Europe/Berlin',
};

test('the allowance is told with the plan and the hours that it counts in', () => {
  expect(allowanceWords(pro)).toBe(
    'Pro allows 4 h for a first reply, in covered hours (Office hours, Europe/Berlin).',
  );
  expect(
    allowanceWords({ ...pro, source: 'next_reply', allowance_minutes: 90, around_the_clock: true }),
  ).toBe('Pro allows 1 h 30 min for a next reply, day and night.');
});

test('two working days are so many hours, not days', () => {
  expect(allowanceWords({ ...pro, allowance_minutes: 2 * 9 * 60 })).toContain('18 h');
});

test('who has no plan is answered, too', () => {
  expect(allowanceWords({ ...pro, plan_name: '' })).toMatch(
    /^Without a plan we allow ourselves 4 h/,
  );
});
