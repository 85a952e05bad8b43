import { describe, expect, it } from 'vitest';
import { type Counts, progressOf, rateOf, rateWords, withSample } from './progress';

const none: Counts = {
  queued: 0,
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
  it('is counted over the last seconds', () => {
    let samples = withSample([], { at: 0, settled: 0 });
    expect(rateOf(samples)).toBeUndefined();
    samples = withSample(samples, { at: 10_000, settled: 100 });
    expect(rateOf(samples)).toBe(10);
    samples = withSample(samples, { at: 20_000, settled: 400 });
    expect(rateOf(samples)).toBe(30);
  });

  it('begins anew where the count fell', () => {
    const samples = withSample([{ at: 0, settled: 50 }], { at: 1_000, settled: 3 });
    expect(samples).toEqual([{ at: 1_000, settled: 3 }]);
  });

  it('says how long the rest takes', () => {
    expect(rateWords(120, 4_800)).toBe('120 a second, 40 s left');
    expect(rateWords(2.5, 300)).toBe('2.5 a second, 2 min left');
    expect(rateWords(0, 300)).toBe('');
    expect(rateWords(undefined, 300)).toBe('');
  });
});
