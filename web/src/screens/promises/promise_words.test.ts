import { describe, expect, test } from 'vitest';
import { place, steps } from './promise_words';

type Change = Parameters<typeof steps>[0][number];

const change = (wish: Partial<Change>): Change => ({
  at: '2026-01-12T12:00:00Z',
  actor: 'per_1',
  actor_name: 'Ida',
  state: 'open',
  due_at: '2026-01-13T12:00:00Z',
  reason: '',
  ...wish,
});
const later = '2026-01-14T12:00:00Z';
const told = (...changes: Partial<Change>[]) => steps(changes.map(change)).map(({ did }) => did);

describe('the history of a promise', () => {
  test('tells what became of it, line by line', () => {
    expect(told({}, { due_at: later }, { due_at: later, state: 'kept' })).toEqual([
      'Promised',
      'Moved',
      'Kept',
    ]);
  });

  test('tells that it was missed apart from that it was done late', () => {
    expect(told({}, { state: 'late' }, { state: 'late' })).toEqual([
      'Promised',
      'Passed its due moment',
      'Done late',
    ]);
  });

  test('calls it broken where it ended undone after it was due', () => {
    expect(told({}, { state: 'late' }, { state: 'broken' }).at(-1)).toMatch(/broken/);
  });

  test('gives a due moment only where one was given', () => {
    expect(steps([change({}), change({ state: 'kept' })]).map(({ due }) => due)).toEqual([
      '2026-01-13T12:00:00Z',
      undefined,
    ]);
  });

  test('names the machine where nobody did it', () => {
    expect(steps([change({ actor_name: '' })])[0]?.who).toBe('Tellfirst');
  });
});

test('a promise leads to what it was given for', () => {
  expect(place('tkt_1')).toEqual({ href: '/tickets/tkt_1', word: 'ticket' });
  expect(place('inc_1')?.word).toBe('incident');
  expect(place('')).toBeUndefined();
});
