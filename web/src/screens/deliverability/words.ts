// What became of a mail that came back, and how far a block reaches, in words.
import { topicNames } from '@/app/topics';
import type { Tone, toneIcons } from '@/design/tone';
import type { Bounce, Suppression } from './queries';

type Outcome = { words: string; tone: Tone; icon?: keyof typeof toneIcons };

export const outcomes: Record<Bounce['outcome'], Outcome> = {
  waiting: { words: 'Not read yet', tone: 'unk', icon: 'due' },
  unattributed: { words: 'Not recognised', tone: 'warn', icon: 'unk' },
  bounced: { words: 'Not delivered', tone: 'bad' },
  delayed: { words: 'Only late', tone: 'unk', icon: 'due' },
  complained: { words: 'Complaint', tone: 'bad', icon: 'off' },
  automatic: { words: 'Automatic answer', tone: 'unk', icon: 'info' },
  seen: { words: 'Looked at', tone: 'ok' },
};

/** What can be kept from an address; tickets are letters. */
export const blockedTopics = ['planned', 'unplanned', 'recovery', 'news'] as const;

/** "All announcements", "Trouble, in the name of Kestrel". */
export function scopeWords(
  { topic, brand }: Pick<Suppression, 'topic' | 'brand'>,
  brandName: (id: string) => string | undefined,
): string {
  const what = topic ? topicNames[topic] : 'all announcements';
  const whose = brand ? ` in the name of ${brandName(brand) ?? 'one brand'}` : '';
  return what.charAt(0).toUpperCase() + what.slice(1) + whose;
}
