import { describe, expect, it } from 'vitest';
import type { Checked } from './data';
import { bodyOf, emptyPlan, gapsOf, isShort, shortWords } from './plan_draft';

const notice = (plan_name: string, needed_hours: number, is_short: boolean) => ({
  plan: 'pln_aaaaaaaaaaaa',
  plan_name,
  needed_hours,
  given_hours: 20,
  is_short,
});
const checked = (...all: ReturnType<typeof notice>[]): Checked => ({
  notice: all,
  conflicts: [],
  is_cut: false,
  windows: [],
  next_free: null,
});
const whole = {
  ...emptyPlan,
  title: 'New disks ',
  services: ['svc_aaaaaaaaaaaa'],
  from: '2026-11-26T22:00',
  to: '2026-11-26T23:00',
  text: 'Galleries are read-only.',
};

describe('gapsOf', () => {
  it('names all that is missing', () => {
    expect(Object.keys(gapsOf(emptyPlan, undefined))).toEqual([
      'title',
      'services',
      'starts_at',
      'ends_at',
      'text',
    ]);
    expect(gapsOf(whole, undefined)).toEqual({});
  });
  it('wants a reason where a plan was promised more notice', () => {
    const short = checked(notice('Pro', 72, true));
    expect(Object.keys(gapsOf(whole, short))).toEqual(['short_reason']);
    expect(gapsOf({ ...whole, reason: 'Disks fail.' }, short)).toEqual({});
  });
});

describe('bodyOf', () => {
  it('finishes by itself unless somebody wants to end it', () => {
    expect(bodyOf(whole)).toMatchObject({ title: 'New disks', finishes_by_itself: true });
    expect(bodyOf({ ...whole, isOpenEnded: true })).toMatchObject({ finishes_by_itself: false });
  });
});

describe('shortWords', () => {
  it('names the plans that hear it too late, the longest lead first', () => {
    const both = checked(
      notice('Business', 48, true),
      notice('Free', 0, false),
      notice('Pro', 72, true),
    );
    expect(shortWords(both)).toBe('Pro was promised 72 h of notice, Business 48 h.');
    expect(isShort(checked(notice('Free', 0, false)))).toBe(false);
    expect(shortWords(checked())).toBe('');
  });
});
