import { describe, expect, it } from 'vitest';
import { serverWords } from './unreached';

describe('why an address cannot be reached', () => {
  it('is said once: the cause beside what the server said', () => {
    expect(serverWords('no_such_address', 'no such address: 550 5.1.1 no such user')).toBe(
      '550 5.1.1 no such user',
    );
    expect(serverWords('keeps_bouncing', 'mail keeps coming back: mailbox full')).toBe(
      'mailbox full',
    );
    expect(serverWords('complained', 'called our mail unwanted')).toBe('');
  });

  it('is shown as it is where it says something else', () => {
    expect(serverWords('complained', 'asked us on the phone')).toBe('asked us on the phone');
  });
});
