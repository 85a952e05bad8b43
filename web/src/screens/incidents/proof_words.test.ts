import { describe, expect, it } from 'vitest';
import type { Delivery } from './data';
import { filtered, reasonWords } from './proof_words';

const row = (parts: Partial<Delivery>): Delivery => ({
  contact: 'con_1',
  name: 'Elena Ruiz',
  address: 'elena@customers.test',
  account: 'acc_1',
  account_name: 'Foto Ruiz',
  channel: 'mail',
  state: 'accepted',
  at: null,
  reason: null,
  notice: 'not_1',
  ...parts,
});

const rows = [
  row({}),
  row({
    contact: 'con_2',
    name: 'Ada',
    address: 'ada@customers.test',
    state: 'opted_out',
    reason: 'topic unplanned is off',
  }),
  row({
    contact: 'con_3',
    name: 'Ben',
    address: 'ben@customers.test',
    state: 'deferred',
    reason: '451 try later',
  }),
];
const names = (found: Delivery[]) => found.map(({ name }) => name);

describe('the proof', () => {
  it('is shown by side', () => {
    expect(names(filtered(rows, 'told', ''))).toEqual(['Elena Ruiz']);
    expect(names(filtered(rows, 'not_told', ''))).toEqual(['Ada']);
    expect(names(filtered(rows, 'on_the_way', ''))).toEqual(['Ben']);
    expect(filtered(rows, undefined, '')).toHaveLength(3);
  });

  it('is searched by name, address, account, outcome and reason, all words together', () => {
    expect(names(filtered(rows, undefined, 'foto elena told'))).toEqual(['Elena Ruiz']);
    expect(names(filtered(rows, undefined, 'outages'))).toEqual(['Ada']);
    expect(names(filtered(rows, undefined, '451'))).toEqual(['Ben']);
    expect(names(filtered(rows, 'told', '451'))).toEqual([]);
  });

  it('says reasons in words', () => {
    expect(reasonWords('topic unplanned is off')).toBe('Chose not to hear about outages.');
    expect(reasonWords('550 5.1.1 no such user')).toBe('Mail server: 550 5.1.1 no such user');
    expect(reasonWords('the address does not exist')).toBe('The address does not exist');
    expect(reasonWords(null)).toBe('');
  });
});
