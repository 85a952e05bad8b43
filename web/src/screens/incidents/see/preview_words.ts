// Previews in words: by what a word is read, by whom, and what it says otherwise than before.
import { channelNames, dialectNames } from '@/app/channels';
import { money } from '@/app/money';
import { languageName } from '@/app/places';
import { countOf } from '@/design/words';
import type { Changes, Preview } from './see';

export type Medium = Preview['channel'];

export const mediumNames: Record<Medium, string> = {
  ...channelNames,
  inbox: 'Portal',
  copy: 'To hand on',
  calendar: 'Calendar',
};

/** The channels that somebody has, in the order of the previews. */
export function mediaOf(previews: readonly Preview[]): { id: Medium; name: string }[] {
  return [...new Set(previews.map(({ channel }) => channel))].map((id) => ({
    id,
    name: mediumNames[id],
  }));
}

/** "Kestrel, German"; "Slack, Kestrel, German". */
export function readerName(
  { dialect, brand, language }: Pick<Preview, 'dialect' | 'brand' | 'language'>,
  brands: readonly { id: string; name: string }[],
): string {
  const name = brands.find(({ id }) => id === brand)?.name;
  return [dialect && dialectNames[dialect], name, languageName(language)]
    .filter(Boolean)
    .join(', ');
}

/** "One part of 132 characters, €0.08 each"; what else than the GSM alphabet costs is said. */
export function smsWords({ sms, parts }: Pick<Preview, 'sms' | 'parts'>): string {
  if (!sms) return '';
  const length = `${parts === 1 ? 'One part' : countOf(parts, 'part')} of ${countOf(sms.units, 'character')}`;
  const alphabet = sms.alphabet === 'ucs2' && 'written with letters that make a part only 70 long';
  return [length, alphabet, sms.price && `${money(sms.price)} each`].filter(Boolean).join(', ');
}

export const aspectNames: Record<Changes[number]['of'], string> = {
  title: 'Title',
  condition: 'State',
  services: 'Services',
  began: 'Began',
  outlook: 'When',
  data: 'Data',
  workaround: 'What helps',
};
