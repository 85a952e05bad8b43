import { expect, test } from 'vitest';
import { terms } from './plan_words';

type Plan = Parameters<typeof terms>[0];

const plan: Plan = {
  id: 'pln_1',
  name: 'Pro',
  since: '2026-01-01T00:00:00Z',
  version: 1,
  price: { minor: 4900, currency: 'EUR' },
  billed: 'month',
  availability: 99.9,
  calendar: null,
  around_the_clock: false,
  first_reply_minutes: 240,
  next_reply_minutes: 90,
  resolve_minutes: null,
  notice_lead_hours: 72,
  first_word_minutes: 30,
  tickets_a_month: null,
  reopen_days: 14,
  weight_degraded: 0.3,
  weight_partial: 0.3,
  groups: 'any',
  minimum_outage_seconds: 0,
  announced_maintenance_excluded: true,
  availability_in_covered_hours: false,
  credit_tiers: [],
  credit_cap: 100,
  topics: ['planned', 'unplanned'],
};

const said = (wish: Plan, name: string, calendar?: Parameters<typeof terms>[1]) =>
  terms(wish, calendar).find((term) => term.name === name)?.words;

test('a reply time says which hours count', () => {
  const week = {
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  };
  const office = {
    id: 'cal_1',
    name: 'Office',
    zone: 'Europe/Berlin',
    week,
    holidays: [],
    version: 1,
  };
  expect(said(plan, 'First reply')).toBe('within 4 h of covered time');
  expect(said(plan, 'First reply', office)).toBe(
    'within 4 h of covered time (Office, Europe/Berlin)',
  );
  expect(said({ ...plan, around_the_clock: true }, 'First reply')).toBe(
    'within 4 h, day and night',
  );
});

test('what the plan does not promise is said, too', () => {
  expect(said(plan, 'Solved')).toBe('no target');
  expect(said({ ...plan, availability: null }, 'Availability')).toBe('no target');
  expect(said(plan, 'Tickets')).toBe('as many as they like');
});

test('what counts as down is said with its weights and its least length', () => {
  expect(said(plan, 'Counts as down')).toBe(
    'any service that is down; partly down 30 %, slow 30 %',
  );
  expect(
    said(
      { ...plan, groups: 'average', weight_partial: 0.125, minimum_outage_seconds: 180 },
      'Counts as down',
    ),
  ).toBe('each service its share; partly down 12.5 %, slow 30 %; where it lasts 3 min');
});

test('a price is in its own currency, and free is free', () => {
  expect(said(plan, 'Price')).toBe('€49.00 a month');
  expect(said({ ...plan, price: { minor: 1200, currency: 'JPY' } }, 'Price')).toBe(
    'JP¥1,200 a month',
  );
  expect(said({ ...plan, price: { minor: 0, currency: 'EUR' } }, 'Price')).toBe('free');
});
