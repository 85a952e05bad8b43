import { describe, expect, it } from 'vitest';
import { previewName } from './preview_name';

const brands = [{ id: 'brd_1', name: 'Kestrel' }];

describe('a preview', () => {
  it('says who reads it', () => {
    const preview = { channel: 'mail', brand: 'brd_1', language: 'de' } as const;
    expect(previewName(preview, brands)).toBe('Mail, Kestrel, German');
  });

  it('leaves the brand out where its name is not known', () => {
    const preview = { channel: 'sms', brand: 'brd_9', language: 'en' } as const;
    expect(previewName(preview, brands)).toBe('SMS, English');
  });
});
