import { describe, expect, it } from 'vitest';
import { type Draft, draftBody, draftGaps, emptyDraft } from './compose_draft';
import { needsWhen, noWish } from './when_wish';

const now = Date.parse('2026-03-04T10:00:00Z');
const whole: Draft = {
  title: ' Galleries are down ',
  services: { svc_1: 'major', svc_2: 'degraded' },
  started: '',
  when: { ...noWish, eta: '2h' },
  text: 'Galleries do not open.\n',
};

describe('an incident that is being written', () => {
  it('misses everything at first', () => {
    expect(Object.keys(draftGaps(emptyDraft))).toEqual(['title', 'services', 'eta', 'text']);
  });

  it('is refused without a when, in the words of the server', () => {
    expect(draftGaps({ ...whole, when: noWish })).toEqual({ eta: needsWhen });
  });

  it('can be published when all is there', () => {
    expect(draftGaps(whole)).toEqual({});
    expect(draftBody(whole, now)).toEqual({
      title: 'Galleries are down',
      services: [
        { service: 'svc_1', state: 'major' },
        { service: 'svc_2', state: 'degraded' },
      ],
      text: 'Galleries do not open.',
      eta: { within: '2h' },
    });
  });

  it('says when it began only where that was not now', () => {
    expect(draftBody({ ...whole, started: '2026-03-04T09:05' }, now).started_at).toBe(
      new Date(2026, 2, 4, 9, 5).toISOString(),
    );
  });
});
