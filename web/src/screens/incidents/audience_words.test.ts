import { describe, expect, it } from 'vitest';
import { whyWords } from './audience_words';

const person = {
  account_name: 'Studio Ruiz',
  because: 'uses_service',
  services: ['Galleries', 'Uploads'],
  will_be_told: true,
  withheld: null,
} as const;

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

  it('names the reason why somebody is not told', () => {
    expect(
      whyWords({ ...person, services: ['Galleries'], will_be_told: false, withheld: 'topic_off' }),
    ).toBe('Not told: chose not to hear about this. Counted, because Studio Ruiz uses Galleries.');
  });
});
