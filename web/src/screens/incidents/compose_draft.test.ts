import { describe, expect, it } from 'vitest';
import { type Draft, draftBody, draftGaps, emptyDraft } from './compose_draft';
import { needsWhen, noWish } from './when_wish';

const now = Date.parse('2026-03-04T10:00:00Z');
const whole: Draft = {
  ...emptyDraft,
  title: ' Galleries are down ',
  services: {
    svc_1: { state: 'major', percent: '', symptom: '' },
    svc_2: { state: 'degraded', percent: '20', symptom: 'Slow.' },
  },
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
        { service: 'svc_2', state: 'degraded', failing_percent: 20, symptom: 'Slow.' },
      ],
      text: 'Galleries do not open.',
      eta: { within: '2h' },
      data_safety: 'not_yet_known',
    });
  });

  it('is refused with a percentage that is none', () => {
    const services = { svc_1: { state: 'partial' as const, percent: '120', symptom: '' } };
    expect(Object.keys(draftGaps({ ...whole, services }))).toEqual(['services']);
  });

  it('says what is seldom said only where it was said', () => {
    const body = draftBody(
      {
        ...whole,
        account: { id: 'acc_1', name: 'Studio Ruiz' },
        owner: 'per_1',
        workaround: { text: 'Use the old page. ', url: '' },
      },
      now,
    );
    expect(body).toMatchObject({
      account: 'acc_1',
      owner: 'per_1',
      workaround: { text: 'Use the old page.' },
    });
  });

  it('says when it began only where that was not now', () => {
    expect(draftBody({ ...whole, started: '2026-03-04T09:05' }, now).started_at).toBe(
      new Date(2026, 2, 4, 9, 5).toISOString(),
    );
  });
});
