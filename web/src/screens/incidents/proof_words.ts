// What became of a delivery, in words, and on which side of "told" it stands.
import type { ProofView } from '@/app/router';
import type { Tone, toneIcons } from '@/design/tone';
import type { Delivery } from './data';

type Fate = { words: string; side: ProofView; tone: Tone; icon?: keyof typeof toneIcons };

export const fates: Record<Delivery['state'], Fate> = {
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

const rank: Record<ProofView, number> = { told: 2, on_the_way: 1, not_told: 0 };

/** Who stands behind a row: a contact, or a webhook of an account, which has none. */
export const whose = ({ contact, account, name }: Delivery) => contact ?? `${account} ${name}`;

/** Where each contact stands by the best of his deliveries: once told, he was told. */
export function sidesOf(rows: readonly Delivery[]): Map<string, ProofView> {
  const sides = new Map<string, ProofView>();
  for (const row of rows) {
    const { side } = fates[row.state];
    const known = sides.get(whose(row));
    if (!known || rank[side] > rank[known]) sides.set(whose(row), side);
  }
  return sides;
}

/** The rows of contacts on one side that have these words in name, address, account or outcome. */
export function filtered(
  rows: readonly Delivery[],
  sides: ReadonlyMap<string, ProofView>,
  side: ProofView | undefined,
  q: string,
): Delivery[] {
  const wanted = q.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (side && sides.get(whose(row)) !== side) return false;
    const { words } = fates[row.state];
    const text = [row.name, row.address, row.account_name, words, reasonWords(row.reason)]
      .join(' ')
      .toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
