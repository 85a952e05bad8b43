import { describe, expect, it } from 'vitest';
import { emptyUpdate, type UpdateDraft, updateBody, updateGaps } from './update_draft';
import { noWish } from './when_wish';

const now = Date.parse('2026-03-04T10:00:00Z');
const touched = { service: 'svc_1', state: 'major' as const, failing_percent: null, symptom: '' };
const incident = { services: [touched, { ...touched, service: 'svc_2' }] };
const whole: UpdateDraft = { ...emptyUpdate, when: { ...noWish, eta: '2h' }, text: ' Found it. ' };

describe('an update that is being written', () => {
  it('misses a time and a text', () => {
    expect(Object.keys(updateGaps(emptyUpdate))).toEqual(['eta', 'text']);
    expect(updateGaps(whole)).toEqual({});
  });

  it('is silent about what stays', () => {
    expect(updateBody(whole, 'identified', incident, now)).toEqual({
      state: 'identified',
      text: 'Found it.',
      eta: { within: '2h' },
    });
  });

  it('names only the services whose state changes', () => {
    const hit = { percent: '', symptom: '' };
    const services = {
      svc_1: { state: 'operational' as const, ...hit },
      svc_2: { state: 'major' as const, ...hit },
    };
    expect(updateBody({ ...whole, services }, 'monitoring', incident, now).services).toEqual([
      { service: 'svc_1', state: 'operational' },
    ]);
  });

  it('takes a workaround back by a text that is empty', () => {
    const draft = { ...whole, workaround: { text: ' ', url: '' } };
    expect(updateBody(draft, 'monitoring', incident, now).workaround).toEqual({ text: '' });
  });
});
