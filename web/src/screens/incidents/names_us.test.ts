import { describe, expect, it } from 'vitest';
import { namesUs } from './names_us';

const ours = { name: 'Framewell', is_default: true };
const partner = { name: 'Kestrel Albums', is_default: false };

describe('our name in a public text', () => {
  it.each(['Framewell is down.', 'Write to FRAMEWELL!', 'Wir bei Framewell'])(
    'is found in “%s”',
    (text) => expect(namesUs(text, [ours, partner])).toBe('Framewell'),
  );

  it.each(['Galleries are down.', 'Framewells Galerien', 'Über Framewellö', 'Kestrel Albums', ''])(
    'is not found in “%s”',
    (text) => expect(namesUs(text, [ours, partner])).toBeUndefined(),
  );

  it('does not matter where there are no partners', () => {
    expect(namesUs('Framewell is down.', [ours])).toBeUndefined();
  });
});
