import { describe, expect, it } from 'vitest';
import { attemptWords, hearsWords, isChat, standingOf, typeWords } from './webhook_words';

const works = { state: 'active', disabled_because: null, failing_since: null } as const;

describe('how a webhook stands', () => {
  it('says who switched it off, and why', () => {
    expect(standingOf(works).words).toBe('Works');
    expect(standingOf({ ...works, state: 'disabled' }).words).toBe('Off');
    expect(standingOf({ ...works, state: 'disabled', disabled_because: 'gone' }).words).toContain(
      '410',
    );
    expect(standingOf({ ...works, failing_since: '2026-11-01T10:00:00Z' }).tone).toBe('warn');
  });

  it('says what it hears of', () => {
    expect(hearsWords({ topics: ['planned', 'recovery'], services: null })).toBe(
      'Maintenance and recovery of all that the account uses',
    );
    expect(hearsWords({ topics: ['unplanned'], services: ['svc_1', 'svc_2'] })).toBe(
      'Trouble of 2 services',
    );
  });
});

describe('a room of a chat', () => {
  it('is told from a program, which checks a secret', () => {
    expect(isChat('slack')).toBe(true);
    expect(isChat('matrix')).toBe(true);
    expect(isChat('standard')).toBe(false);
    expect(isChat('statuspage')).toBe(false);
  });
});

describe('what was posted', () => {
  it('is named by what it is about', () => {
    expect(typeWords('incident.resolved')).toBe('Incident: resolved');
    expect(typeWords('ping')).toBe('Ping');
  });

  it('says what came back and how long that took', () => {
    expect(attemptWords({ at: '', status: 503, ms: 120, answer: '' })).toBe('503 after 120 ms');
    expect(attemptWords({ at: '', status: null, ms: 15_000, answer: 'timed out' })).toBe(
      'No answer after 15.0 s',
    );
  });
});
