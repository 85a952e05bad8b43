import { describe, expect, it } from 'vitest';
import { fromLocal, toLocal, zoneName } from './local_time';

describe('a moment as it is typed', () => {
  const at = new Date(2026, 2, 4, 9, 5).getTime();

  it('is padded as a datetime-local field wants it', () => {
    expect(toLocal(at)).toBe('2026-03-04T09:05');
  });

  it('comes back as the same instant', () => {
    expect(fromLocal(toLocal(at))).toBe(new Date(at).toISOString());
    expect(fromLocal('2026-03-04T09:05:30')).toBe(new Date(2026, 2, 4, 9, 5, 30).toISOString());
  });

  it('is nothing while it is not whole', () => {
    for (const text of ['', '2026-03-04', '2026-03-04T', 'tomorrow', '2026-13-04T09:05'])
      expect(fromLocal(text)).toBeUndefined();
  });

  it('names the zone once', () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(zoneName(at)).toMatch(new RegExp(`^${zone}( \\([^)]+\\))?$`));
  });
});
