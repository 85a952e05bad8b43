// What became of a delivery, in words.
import type { Row } from '@/api/client';
import type { Tone, toneIcons } from '@/design/tone';

export type DeliveryState = Row<'/api/v1/incidents/{id}/proof/deliveries'>['state'];

type Fate = { words: string; tone: Tone; icon?: keyof typeof toneIcons };

export const fates: Record<DeliveryState, Fate> = {
  accepted: { words: 'Told', tone: 'ok' },
  queued: { words: 'Waiting', tone: 'unk', icon: 'due' },
  sending: { words: 'Being sent', tone: 'plan', icon: 'due' },
  held: { words: 'Held for release', tone: 'unk', icon: 'due' },
  deferred: { words: 'Tried again later', tone: 'warn', icon: 'due' },
  failed: { words: 'Failed', tone: 'bad' },
  bounced: { words: 'Bounced', tone: 'bad' },
  suppressed: { words: 'Address blocked', tone: 'bad', icon: 'off' },
  opted_out: { words: 'Opted out', tone: 'unk', icon: 'off' },
  unknown: { words: 'Perhaps told', tone: 'warn', icon: 'unk' },
  superseded: { words: 'Replaced', tone: 'unk', icon: 'info' },
  cancelled: { words: 'Taken back', tone: 'unk', icon: 'off' },
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
