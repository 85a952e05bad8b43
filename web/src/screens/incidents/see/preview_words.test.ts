import { describe, expect, it } from 'vitest';
import { mediaOf, readerName, smsWords } from './preview_words';
import type { Preview } from './see';

const brands = [{ id: 'brd_1', name: 'Kestrel' }];

const preview: Preview = {
  channel: 'sms',
  dialect: null,
  brand: 'brd_1',
  language: 'en',
  subject: '',
  text: 'Mail: down.',
  html: null,
  link: null,
  parts: 1,
  sms: null,
  places: [],
};

describe('the channels of previews', () => {
  it('stand once each, in their order', () => {
    const previews: Preview[] = [
      { ...preview, channel: 'mail' },
      { ...preview, channel: 'mail', language: 'de' },
      { ...preview, channel: 'inbox' },
    ];
    expect(mediaOf(previews).map(({ name }) => name)).toEqual(['Mail', 'Portal']);
  });
});

describe('a preview', () => {
  it('says who reads it', () => {
    expect(readerName({ dialect: null, brand: 'brd_1', language: 'de' }, brands)).toBe(
      'Kestrel, German',
    );
    expect(readerName({ dialect: 'slack', brand: 'brd_1', language: 'en' }, brands)).toBe(
      'Slack, Kestrel, English',
    );
  });

  it('leaves the brand out where its name is not known, or there is none', () => {
    expect(readerName({ dialect: null, brand: 'brd_9', language: 'en' }, brands)).toBe('English');
    expect(readerName({ dialect: null, brand: null, language: 'en' }, brands)).toBe('English');
  });
});

describe('an SMS', () => {
  it('says how long it is and what it costs', () => {
    const sms = { alphabet: 'gsm', units: 132, price: { minor: 8, currency: 'EUR' } } as const;
    expect(smsWords({ sms, parts: 1 })).toBe('One part of 132 characters, €0.08 each');
  });

  it('says why its parts are short, and no price where none is known', () => {
    const sms = { alphabet: 'ucs2', units: 90, price: null } as const;
    expect(smsWords({ sms, parts: 2 })).toBe(
      '2 parts of 90 characters, written with letters that make a part only 70 long',
    );
  });
});
