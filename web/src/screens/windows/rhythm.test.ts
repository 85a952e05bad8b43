import { describe, expect, it } from 'vitest';
import { rhythms, ruleOf, ruleWords } from './rhythm';

const thursday = '2026-11-26T22:00';

describe('ruleOf', () => {
  it('takes the day of the first one', () => {
    expect(ruleOf('weekly', thursday, '')).toBe('FREQ=WEEKLY;BYDAY=TH');
    expect(ruleOf('fortnightly', thursday, '')).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH');
    expect(ruleOf('monthly_weekday', thursday, '')).toBe('FREQ=MONTHLY;BYDAY=4TH');
    expect(ruleOf('monthly_day', thursday, '')).toBe('FREQ=MONTHLY;BYMONTHDAY=26');
  });
  it('takes the last one where not every month has a fifth', () => {
    expect(ruleOf('monthly_weekday', '2026-10-29T22:00', '')).toBe('FREQ=MONTHLY;BYDAY=-1TH');
  });
  it('leaves a rule of one’s own as it is', () => {
    expect(ruleOf('other', thursday, ' FREQ=YEARLY ')).toBe('FREQ=YEARLY');
  });
});

describe('rhythms', () => {
  it('are said in words', () => {
    expect(rhythms(thursday).map(({ name }) => name)).toEqual([
      'Every Thursday',
      'Every second Thursday',
      'Each month, on the fourth Thursday',
      'Each month, on day 26',
      'By a rule of your own',
    ]);
  });
  it('need to know the first one', () => {
    expect(rhythms('')).toHaveLength(1);
  });
});

describe('ruleWords', () => {
  it('say a rule as it was chosen', () => {
    expect(ruleWords('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', thursday)).toBe('Every second Thursday');
  });
  it('are silent about a rule of one’s own', () => {
    expect(ruleWords('FREQ=WEEKLY;BYDAY=TU,TH', thursday)).toBeUndefined();
  });
});
