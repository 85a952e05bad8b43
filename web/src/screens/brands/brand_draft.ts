// A brand while it is being written, and what the server is asked for.
import type { Brand, NewBrand } from './data';

export type BrandDraft = {
  name: string;
  host: string;
  parent: string;
  accent: string;
  text: string;
  email: string;
  phone: string;
  url: string;
  mailFrom: string;
  mailName: string;
  language: '' | 'en' | 'de';
};

export const emptyBrand: BrandDraft = {
  name: '',
  host: '',
  parent: '',
  accent: '',
  text: '',
  email: '',
  phone: '',
  url: '',
  mailFrom: '',
  mailName: '',
  language: '',
};

export const draftOf = (brand: Brand): BrandDraft => ({
  name: brand.name,
  host: brand.host ?? '',
  parent: brand.parent ?? '',
  accent: brand.accent ?? '',
  text: brand.contact.text ?? '',
  email: brand.contact.email ?? '',
  phone: brand.contact.phone ?? '',
  url: brand.contact.url ?? '',
  mailFrom: brand.mail_from ?? '',
  mailName: brand.mail_name ?? '',
  language: brand.language === 'en' || brand.language === 'de' ? brand.language : '',
});

const said = (text: string) => text.trim() || null;

export const bodyOf = (draft: BrandDraft): NewBrand => ({
  name: draft.name.trim(),
  host: said(draft.host),
  parent: said(draft.parent),
  accent: said(draft.accent),
  contact: {
    text: said(draft.text),
    email: said(draft.email),
    phone: said(draft.phone),
    url: said(draft.url),
  },
  mail_from: said(draft.mailFrom),
  mail_name: said(draft.mailName),
  language: said(draft.language),
});

/** The part of a data: address behind its comma, which is what the server takes. */
export const base64Of = (address: string): string => address.slice(address.indexOf(',') + 1);
