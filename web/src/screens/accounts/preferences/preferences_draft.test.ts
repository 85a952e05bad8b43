import { describe, expect, it } from 'vitest';
import { bodyOf, draftOf, planMatrix, shownMatrix, switched } from './preferences_draft';
import type { Preferences } from './queries';

const preferences: Preferences = {
  contact: 'con_1',
  choices: [{ channel: 'sms', topics: ['unplanned'] }],
  plan_choices: [
    { channel: 'mail', topics: ['planned', 'unplanned', 'recovery'] },
    { channel: 'sms', topics: [] },
    { channel: 'push', topics: ['recovery'] },
  ],
  quiet_hours: null,
  digest_at: null,
  short_text: false,
  language: 'de',
  zone: 'Europe/Berlin',
  phone: '+49151123456',
  services: null,
  confirmed: true,
  version: 4,
};

describe('the preferences of a contact', () => {
  it('go back as they came where nothing was changed', () => {
    const { choices, quiet_hours, digest_at, short_text, language, zone, phone } = preferences;
    const services = ['svc_1'];
    expect(bodyOf(draftOf({ ...preferences, services }))).toEqual({
      choices,
      quiet_hours,
      digest_at,
      short_text,
      language,
      zone,
      phone,
      services,
    });
  });

  it('show what the plan says where he chose nothing', () => {
    const shown = shownMatrix(draftOf(preferences), planMatrix(preferences));
    expect(shown.mail).toEqual(['planned', 'unplanned', 'recovery']);
    expect(shown.sms).toEqual(['unplanned']);
    expect(shown.push).toEqual(['recovery']);
  });

  it('begin with what the plan says when he chooses himself', () => {
    const draft = draftOf(preferences);
    const body = bodyOf({
      ...draft,
      follows: { ...draft.follows, mail: false },
      chosen: switched(draft.chosen, 'mail', 'planned', false),
    });
    expect(body.choices).toEqual([
      { channel: 'mail', topics: ['unplanned', 'recovery'] },
      { channel: 'sms', topics: ['unplanned'] },
    ]);
  });

  it('keep the order of topics, however they were switched on', () => {
    const { chosen } = draftOf(preferences);
    expect(switched(chosen, 'sms', 'planned', true).sms).toEqual(['planned', 'unplanned']);
  });

  it('name hours and a digest only where there are some', () => {
    const draft = draftOf(preferences);
    expect(bodyOf({ ...draft, isQuiet: true, isDigest: true })).toMatchObject({
      quiet_hours: { from: '22:00', to: '07:00', except_outages: true },
      digest_at: '08:00',
    });
  });
});
