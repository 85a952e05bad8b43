import { describe, expect, it } from 'vitest';
import { findsLinks } from './finds_links';

const links = (text: string) =>
  findsLinks(text).flatMap(({ href }) => (href === undefined ? [] : [href]));

describe('findsLinks', () => {
  it('finds a plain address within a sentence', () => {
    expect(findsLinks('See https://foto.test/g/1 please')).toEqual([
      { text: 'See ' },
      { text: 'https://foto.test/g/1', href: 'https://foto.test/g/1' },
      { text: ' please' },
    ]);
  });

  it('leaves the full stop and the bracket to the sentence', () => {
    expect(links('(see https://foto.test/a.b).')).toEqual(['https://foto.test/a.b']);
    expect(links('Is it https://foto.test/a?b=c?')).toEqual(['https://foto.test/a?b=c']);
  });

  it('keeps brackets that the address opened itself', () => {
    expect(links('https://foto.test/Rome_(city) is it')).toEqual(['https://foto.test/Rome_(city)']);
  });

  it.each([
    ['javascript:alert(1)'],
    ['ftp://foto.test/a'],
    ['data:text/html,hello'],
    ['https://user:secret@foto.test/'],
    ['https://foto.test@evil.test/'],
    ['https://fоto.test/'], // the first o is Cyrillic
    ['https://0x7f000001/'],
    ['https://localhost/'],
    ['https://'],
    ['www.foto.test'],
  ])('leaves %s as text', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('loses nothing of the text', () => {
    const text = 'a\nhttps://b.test/c, https://user@d.test\n\n  https://e.test/?f=g#h';
    expect(
      findsLinks(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
