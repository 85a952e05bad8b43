import { describe, expect, it } from 'vitest';
import { scopeWords } from './words';

const nameOf = (id: string) => (id === 'brd_1' ? 'Kestrel' : undefined);

describe('how far a block reaches', () => {
  it('is all announcements where it names neither topic nor brand', () => {
    expect(scopeWords({ topic: null, brand: null }, nameOf)).toBe('All announcements');
  });

  it('names the topic, and the brand that wrote', () => {
    expect(scopeWords({ topic: 'unplanned', brand: 'brd_1' }, nameOf)).toBe(
      'Trouble in the name of Kestrel',
    );
  });

  it('says so where the brand is gone', () => {
    expect(scopeWords({ topic: null, brand: 'brd_2' }, nameOf)).toBe(
      'All announcements in the name of one brand',
    );
  });
});
