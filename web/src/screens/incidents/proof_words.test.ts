import { describe, expect, it } from 'vitest';
import type { ProofView } from '@/app/router';
import type { Delivery } from './data';
import { filtered, sidesOf } from './proof_words';

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
const find = (side: ProofView | undefined, q = '') =>
  filtered(rows, sidesOf(rows), side, q).map(({ name }) => name);

describe('the proof', () => {
  it('is shown by side', () => {
    expect(find('told')).toEqual(['Elena Ruiz']);
    expect(find('not_told')).toEqual(['Ada']);
    expect(find('on_the_way')).toEqual(['Ben']);
    expect(find(undefined)).toHaveLength(3);
  });

  it('counts a contact as told whom any of the notices reached', () => {
    const twice = [row({ state: 'superseded' }), row({ notice: 'not_2' })];
    expect(sidesOf(twice).get('con_1')).toBe('told');
    expect(filtered(twice, sidesOf(twice), 'not_told', '')).toEqual([]);
    expect(filtered(twice, sidesOf(twice), 'told', '')).toHaveLength(2);
  });

  it('has a row for a webhook, by its host', () => {
    const posts = [
      row({ contact: null, name: 'hooks.example', channel: 'webhook' }),
      row({
        contact: null,
        name: 'hooks.example',
        channel: 'webhook',
        account: 'acc_2',
        state: 'failed',
      }),
    ];
    expect(filtered(posts, sidesOf(posts), 'told', '')).toHaveLength(1);
    expect(filtered(posts, sidesOf(posts), 'not_told', 'hooks')).toHaveLength(1);
  });

  it('is searched by name, address, account, outcome and reason, all words together', () => {
    expect(find(undefined, 'foto elena told')).toEqual(['Elena Ruiz']);
    expect(find(undefined, 'outages')).toEqual(['Ada']);
    expect(find(undefined, '451')).toEqual(['Ben']);
    expect(find('told', '451')).toEqual([]);
  });
});
