import { describe, expect, it } from 'vitest';
import { addedStretch, type TimesWish, timesBody, timesGaps, timesWish } from './times_draft';

const at = (minute: number, second = 37) =>
  new Date(2026, 2, 4, 12, minute, second, 123).toISOString();
const incident = { id: 'inc_1', started_at: at(0), resolved_at: at(50), services: [] };
const stretch = (from: string, to: string | null, held = 'inc_1') => ({
  state: 'major' as const,
  from,
  to,
  incident: held,
  window: null,
  corrected: false,
});
const before = timesWish(incident, [
  {
    service: 'svc_1',
    stretches: [stretch(at(20), at(50)), stretch(at(0), at(20)), stretch(at(0), at(9), 'inc_2')],
  },
]);
const whole: TimesWish = { ...before, reason: 'The log says so. ' };

describe('corrected times', () => {
  it('begin with what the incident held, oldest first', () => {
    expect(before.stretches.map(({ from }) => from.exactly)).toEqual([at(0), at(20)]);
  });

  it('send only a reason where nothing else was touched', () => {
    expect(timesBody(whole, before)).toEqual({ reason: 'The log says so.' });
  });

  it('keep the seconds of a moment whose minute is untouched', () => {
    const ended = { ...whole.ended, text: '2026-03-04T12:40' };
    const stretches = whole.stretches.map((each, place) =>
      place === 1 ? { ...each, to: ended } : each,
    );
    expect(timesBody({ ...whole, ended, stretches }, before)).toEqual({
      reason: 'The log says so.',
      ended_at: new Date(2026, 2, 4, 12, 40).toISOString(),
      services: [
        { service: 'svc_1', state: 'major', from: at(0), to: at(20) },
        {
          service: 'svc_1',
          state: 'major',
          from: at(20),
          to: new Date(2026, 2, 4, 12, 40).toISOString(),
        },
      ],
    });
  });

  it('need a reason, whole moments, and ends after beginnings', () => {
    expect(timesGaps(whole, true)).toEqual({});
    expect(Object.keys(timesGaps({ ...before, reason: ' ' }, true))).toEqual(['reason']);
    const open = { text: '', exactly: null };
    expect(Object.keys(timesGaps({ ...whole, ended: open }, true))).toEqual(['ended_at']);
    expect(timesGaps({ ...whole, ended: open }, false)).toEqual({});
    const [one] = whole.stretches;
    if (!one) throw new Error('there is a stretch');
    const turned = { ...whole, stretches: [{ ...one, from: one.to, to: one.from }] };
    expect(Object.keys(timesGaps(turned, true))).toEqual(['services']);
  });

  it('know how much failed in the state that was said last, and keep it', () => {
    const said = { service: 'svc_1', state: 'partial' as const, failing_percent: 40, symptom: '' };
    const partly = { ...stretch(at(0), at(50)), state: 'partial' as const };
    const wish = timesWish({ ...incident, services: [said] }, [
      { service: 'svc_1', stretches: [partly] },
    ]);
    expect(wish.stretches[0]?.hit).toEqual({ state: 'partial', percent: '40', symptom: '' });
    const moved = { ...wish, stretches: wish.stretches.map((one) => ({ ...one, to: one.from })) };
    expect(timesBody(moved, wish).services?.[0]).toMatchObject({ failing_percent: 40 });
  });

  it('need at least one stretch', () => {
    expect(Object.keys(timesGaps({ ...whole, stretches: [] }, true))).toEqual(['services']);
  });

  it('may get a stretch more', () => {
    const more = addedStretch(whole, 'svc_2');
    expect(timesBody({ ...whole, stretches: [more] }, before).services).toEqual([
      { service: 'svc_2', state: 'major', from: at(0), to: at(50) },
    ]);
  });
});
