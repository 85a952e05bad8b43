// What became of a delivery, in words, and on which side of "told" it stands.
import type { Gives } from '@/api/client';
import type { Tone, toneIcons } from '@/design/tone';
import type { ProofView } from './router';

export type DeliveryState = Gives<'/api/v1/incidents/{id}/proof'>['deliveries'][number]['state'];

type Fate = { words: string; side: ProofView; tone: Tone; icon?: keyof typeof toneIcons };

export const fates: Record<DeliveryState, Fate> = {
  accepted: { words: 'Told', side: 'told', tone: 'ok' },
  queued: { words: 'Waiting', side: 'on_the_way', tone: 'unk', icon: 'due' },
  sending: { words: 'Being sent', side: 'on_the_way', tone: 'plan', icon: 'due' },
  held: { words: 'Held for release', side: 'on_the_way', tone: 'unk', icon: 'due' },
  deferred: { words: 'Tried again later', side: 'on_the_way', tone: 'warn', icon: 'due' },
  failed: { words: 'Failed', side: 'not_told', tone: 'bad' },
  bounced: { words: 'Bounced', side: 'not_told', tone: 'bad' },
  suppressed: { words: 'Address blocked', side: 'not_told', tone: 'bad', icon: 'off' },
  opted_out: { words: 'Opted out', side: 'not_told', tone: 'unk', icon: 'off' },
  unknown: { words: 'Perhaps told', side: 'not_told', tone: 'warn', icon: 'unk' },
  superseded: { words: 'Replaced', side: 'not_told', tone: 'unk', icon: 'info' },
  cancelled: { words: 'Taken back', side: 'not_told', tone: 'unk', icon: 'off' },
};

const topics: Record<string, string> = {
  planned: 'planned maintenance',
  unplanned: 'outages',
  recovery: 'the end of outages',
  news: 'news',
};

/** The reason as a sentence; what a mail server answered stays as it was. */
export function reasonWords(reason: string | null): string {
  if (!reason) return '';
  const topic = /^topic (\w+) is off$/.exec(reason)?.[1];
  if (topic) return `Chose not to hear about ${topics[topic] ?? topic}.`;
  if (/^\d{3}\b/.test(reason)) return `Mail server: ${reason}`;
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}
