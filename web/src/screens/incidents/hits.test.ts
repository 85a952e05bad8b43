import { describe, expect, it } from 'vitest';
import { type Hit, hitsBody, hitsGap, hitsOf, percentGap } from './hits';

const hit = (change: Partial<Hit>): Hit => ({
  state: 'degraded',
  percent: '',
  symptom: '',
  ...change,
});

describe('how an incident hits services', () => {
  it('says how many tries fail, and how it shows, where a service works in part', () => {
    expect(hitsBody({ svc_1: hit({ percent: '2,5', symptom: ' Slow. ' }) })).toEqual([
      { service: 'svc_1', state: 'degraded', failing_percent: 2.5, symptom: 'Slow.' },
    ]);
  });

  it('forgets both where it is down or works again', () => {
    const said = { percent: '20', symptom: 'Slow.' };
    expect(hitsBody({ a: hit({ state: 'major', ...said }) })).toEqual([
      { service: 'a', state: 'major' },
    ]);
    expect(hitsBody({ a: hit({ state: 'operational', ...said }) })).toEqual([
      { service: 'a', state: 'operational' },
    ]);
  });

  it('refuses a percentage that is none', () => {
    for (const percent of ['0', '100', '-1', '20 %', 'many'])
      expect(percentGap(hit({ percent }))).toBeDefined();
    for (const percent of ['', '0.01', '99.9', '20'])
      expect(percentGap(hit({ percent }))).toBeUndefined();
    expect(hitsGap({ a: hit({}), b: hit({ percent: '200' }) })).toBeDefined();
    expect(hitsGap({ a: hit({ state: 'major', percent: '200' }) })).toBeUndefined();
  });

  it('is read from what was published', () => {
    const touched = { service: 'svc_1', state: 'partial', failing_percent: 12.5, symptom: '' };
    expect(hitsOf([{ ...touched, state: 'partial' }])).toEqual({
      svc_1: { state: 'partial', percent: '12.5', symptom: '' },
    });
  });
});
