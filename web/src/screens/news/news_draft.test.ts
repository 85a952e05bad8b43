import { describe, expect, it } from 'vitest';
import {
  bodyOf,
  emptyNews,
  missing,
  withLanguage,
  withoutWording,
  withWording,
} from './news_draft';

describe('news that is being written', () => {
  it('names neither brand nor plan where none was chosen', () => {
    const texts = withWording(emptyNews, 0, { title: ' Faster ', text: 'At once.\n' });
    expect(bodyOf({ ...emptyNews, texts })).toEqual({
      texts: [{ language: 'en', title: 'Faster', text: 'At once.' }],
    });
    expect(bodyOf({ ...emptyNews, brand: 'brd_1', plan: 'pln_1' })).toMatchObject({
      brand: 'brd_1',
      plan: 'pln_1',
    });
  });

  it('is written once in each language', () => {
    expect(missing(emptyNews)).toEqual(['de']);
    const both = { ...emptyNews, texts: withLanguage(emptyNews, 'de') };
    expect(missing(both)).toEqual([]);
    expect(withoutWording(both, 0)).toEqual([{ language: 'de', title: '', text: '' }]);
  });
});
