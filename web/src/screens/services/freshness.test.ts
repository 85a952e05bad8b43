import { describe, expect, it } from 'vitest';
import { freshness } from './freshness';

const now = Date.parse('2026-03-04T12:00:00Z');
const ago = (seconds: number) => new Date(now - seconds * 1_000).toISOString();
const watch = (seconds: number) => ({ at: ago(seconds), seen_from: 'fra-1', by_person: false });

describe('how we know how a service is', () => {
  it('names what watches it, and when it looked', () => {
    const { words, tone } = freshness({ checked: watch(60), checked_every_s: 60 }, now);
    expect(words).toMatch(/^Checked \d\d:\d\d from fra-1$/);
    expect(tone).toBeUndefined();
  });

  it('warns when what watches it was silent for three intervals', () => {
    expect(freshness({ checked: watch(179), checked_every_s: 60 }, now).tone).toBeUndefined();
    const silent = freshness({ checked: watch(180), checked_every_s: 60 }, now);
    expect(silent.tone).toBe('warn');
    expect(silent.words).toMatch(/^Silent since \d\d:\d\d, last seen from fra-1$/);
  });

  it('counts the word of a person, too, where something should watch', () => {
    const checked = { at: ago(600), seen_from: 'Ada', by_person: true };
    expect(freshness({ checked, checked_every_s: 60 }, now).words).toMatch(
      /^Silent since .*, last confirmed by Ada$/,
    );
  });

  it('names the person who confirmed it, however long ago', () => {
    const checked = { at: ago(86_400), seen_from: 'Ada', by_person: true };
    expect(freshness({ checked, checked_every_s: null }, now).words).toMatch(
      /^Confirmed .* by Ada$/,
    );
  });

  it('says where nobody looked yet', () => {
    expect(freshness({ checked: null, checked_every_s: null }, now).words).toMatch(
      /^Nothing watch/,
    );
    expect(freshness({ checked: null, checked_every_s: 300 }, now).words).toMatch(/every 5 min$/);
  });
});
