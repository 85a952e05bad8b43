// News while it is being written, and what the server is asked for.
import type { NewNews } from './data';

export type Wording = { language: string; title: string; text: string };
export type NewsDraft = {
  /** Empty: the default brand. */
  brand: string;
  /** Empty: whatever they are on. */
  plan: string;
  texts: Wording[];
};

export const emptyNews: NewsDraft = {
  brand: '',
  plan: '',
  texts: [{ language: 'en', title: '', text: '' }],
};

/** The languages in which Tellfirst writes. */
export const languages = ['en', 'de'] as const;

/** In which it is not written yet. */
export const missing = ({ texts }: NewsDraft): string[] =>
  languages.filter((each) => !texts.some(({ language }) => language === each));

export const withLanguage = ({ texts }: NewsDraft, language: string): Wording[] => [
  ...texts,
  { language, title: '', text: '' },
];

export const withWording = (
  { texts }: NewsDraft,
  place: number,
  next: Partial<Wording>,
): Wording[] => texts.map((each, at) => (at === place ? { ...each, ...next } : each));

export const withoutWording = ({ texts }: NewsDraft, place: number): Wording[] =>
  texts.filter((_, at) => at !== place);

export const bodyOf = ({ brand, plan, texts }: NewsDraft): NewNews => ({
  ...(brand ? { brand } : {}),
  ...(plan ? { plan } : {}),
  texts: texts.map(({ language, title, text }) => ({
    language,
    title: title.trim(),
    text: text.trim(),
  })),
});
