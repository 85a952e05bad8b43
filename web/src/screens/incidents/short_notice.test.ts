import { describe, expect, it } from 'vitest';
import { brokenLeads, leadWords } from './short_notice';

const now = Date.parse('2026-03-04T10:00:00Z');
const basic = { name: 'Basic', notice_lead_hours: 24 };
const pro = { name: 'Pro', notice_lead_hours: 72 };

describe('the notice of a window', () => {
  it('is short for the plans that were promised more', () => {
    expect(brokenLeads('2026-03-06T10:00:00Z', now, [basic, pro])).toEqual([pro]);
    expect(brokenLeads('2026-03-04T12:00:00Z', now, [basic, pro])).toEqual([pro, basic]);
  });

  it('is long enough at just the promised hour', () => {
    expect(brokenLeads('2026-03-07T10:00:00Z', now, [basic, pro])).toEqual([]);
  });

  it('says what was promised to whom', () => {
    expect(leadWords([pro, basic])).toBe('Pro was promised 72 h of notice, Basic 24 h.');
    expect(leadWords([])).toBe('');
  });
});
