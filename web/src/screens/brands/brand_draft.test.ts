import { describe, expect, it } from 'vitest';
import { base64Of, bodyOf, draftOf, emptyBrand } from './brand_draft';
import type { Brand } from './data';

const brand: Brand = {
  id: 'brd_aaaaaaaaaaaa',
  name: 'Fotohaus Lind',
  host: 'status.lind.example',
  parent: 'brd_aaaaaaaaaaab',
  accent: '#7a1f3d',
  contact: { text: 'Weekdays', email: 'help@lind.example', phone: null, url: null },
  mail_from: 'help@lind.example',
  mail_name: null,
  language: 'de',
  logo: '/logo-1.png',
  is_default: false,
  version: 3,
};

describe('draftOf', () => {
  it('says again what the brand says', () => {
    const { id, logo, is_default, version, ...written } = brand;
    expect(bodyOf(draftOf(brand))).toEqual(written);
  });
});

describe('bodyOf', () => {
  it('leaves to the one above what is not said', () => {
    expect(bodyOf({ ...emptyBrand, name: ' Lind ' })).toMatchObject({
      name: 'Lind',
      host: null,
      accent: null,
      language: null,
    });
  });
});

describe('base64Of', () => {
  it('takes what stands behind the comma', () => {
    expect(base64Of('data:image/png;base64,iVBORw0K')).toBe('iVBORw0K');
  });
});
