import { describe, expect, it } from 'vitest';
import { byChannels, channelLines, heldWords, whyWords } from './audience_words';

const person = {
  account_name: 'Studio Ruiz',
  because: 'uses_service',
  services: ['Galleries', 'Uploads'],
  will_be_told: true,
  withheld: null,
} as const;

describe('heldWords', () => {
  it('says of whom a partner decides, where there is anybody', () => {
    expect(heldWords({ held: 1 })).toBe(', 1 of them only once a partner releases it');
    expect(heldWords({ held: 0 })).toBe('');
  });
});

describe('why somebody is in or out', () => {
  it('names what the account uses', () => {
    expect(whyWords({ ...person, services: [...person.services] })).toBe(
      'Told, because Studio Ruiz uses Galleries and Uploads.',
    );
  });

  it('says so where that is not known', () => {
    expect(whyWords({ ...person, because: 'exposure_unknown', services: [] })).toBe(
      'Told, because we do not know what Studio Ruiz uses.',
    );
  });

  it('says of subscribers, who have no account, that they chose', () => {
    const eve = { account_name: '', because: 'subscribed' } as const;
    expect(whyWords({ ...eve, services: [], will_be_told: false, withheld: 'not_chosen' })).toBe(
      'Not told: chose other services. Counted, because they subscribed on the status page.',
    );
  });

  it('names the reason why somebody is not told', () => {
    expect(
      whyWords({ ...person, services: ['Galleries'], will_be_told: false, withheld: 'topic_off' }),
    ).toBe('Not told: chose not to hear about this. Counted, because Studio Ruiz uses Galleries.');
  });
});

describe('on which channels they hear of it', () => {
  const mail = { channel: 'mail', contacts: 1_212, quiet: 0, price: null } as const;

  it('is a word where all hear of it by mail', () => {
    expect(byChannels(['mail'])).toBe(' by mail');
    expect(byChannels([])).toBe('');
    expect(channelLines([mail])).toEqual([]);
  });

  it('is counted, with what it costs and who hears of it later', () => {
    const sms = {
      channel: 'sms',
      contacts: 20,
      quiet: 3,
      price: { minor: 7, currency: 'EUR' },
    } as const;
    expect(byChannels(['mail', 'sms'])).toBe(' by mail and by SMS');
    expect(channelLines([mail, sms])).toEqual([
      { channel: 'Mail', count: '1,212', more: '' },
      {
        channel: 'SMS',
        count: '20',
        more: 'at least €1.40, €0.07 each; 3 only after their quiet hours',
      },
    ]);
  });
});
