import { channelNames } from '@/app/channels';
import { languageName } from '@/app/places';
import type { Preview } from './previews';

/** "Mail, Kestrel, German". */
export function previewName(
  { channel, brand, language }: Pick<Preview, 'channel' | 'brand' | 'language'>,
  brands: readonly { id: string; name: string }[],
): string {
  const name = brands.find(({ id }) => id === brand)?.name;
  return [channelNames[channel], name, languageName(language)].filter(Boolean).join(', ');
}
