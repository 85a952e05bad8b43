import { describe, expect, it } from 'vitest';
import { type Counts, progressOf, rateWords } from './progress';

const none: Counts = {
  queued: 0,
  held: 0,
  sending: 0,
  accepted: 0,
  deferred: 0,
  failed: 0,
  bounced: 0,
  suppressed: 0,
  opted_out: 0,
  unknown: 0,
  superseded: 0,
  cancelled: 0,
};

describe('the progress of a notice', () => {
  it('counts those who are told, apart from those who are not', () => {
    const progress = progressOf({
      ...none,
      queued: 10,
      sending: 2,
      accepted: 30,
      deferred: 3,
      bounced: 1,
      opted_out: 4,
      suppressed: 1,
    });
    expect(progress).toMatchObject({ left: 12, settled: 34, audience: 46, withheld: 5, failed: 1 });
  });

  it('has nothing left when a newer word took its place', () => {
    expect(progressOf({ ...none, superseded: 5 })).toMatchObject({ left: 0, dropped: 5 });
  });
});

describe('the rate of a notice', () => {
  it('says how long the rest takes', () => {
    expect(rateWords({ per_second: 120, seconds_left: 40 })).toBe('120 a second, 40 s left');
    expect(rateWords({ per_second: 2.5, seconds_left: 130 })).toBe('2.5 a second, 2 min left');
    expect(rateWords({ per_second: 2.5, seconds_left: null })).toBe('2.5 a second');
    expect(rateWords({ per_second: 0, seconds_left: null })).toBe('');
    expect(rateWords({ per_second: null, seconds_left: null })).toBe('');
  });
});
