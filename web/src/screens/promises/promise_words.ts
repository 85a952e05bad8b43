// The ledger in words: what made a promise, why it has no date, what became of it.
import type { Line, Story } from './queries';

export const sources: Record<Line['source'], string> = {
  eta: 'Estimate',
  next_word: 'Next word',
  first_reply: 'First reply',
  next_reply: 'Next reply',
  resolve: 'Solution',
  notice: 'Notice of maintenance',
  by_hand: 'By hand',
};

export type NoDate = NonNullable<Line['no_date']>;

export const noDates: Record<NoDate, string> = {
  technology: 'Depends on a technology',
  legal: 'Depends on a legal question',
  priority: 'Depends on other priorities',
  publicity: 'Cannot be made public yet',
  other: 'Another reason',
};

type Change = Story['history'][number];
export type Step = { did: string; due?: string; reason: string; who: string; at: string };

function deed(change: Change, before: Change | undefined): string {
  if (!before) return 'Promised';
  if (change.due_at !== before.due_at) return 'Moved';
  switch (change.state) {
    case 'late':
      return before.state === 'late' ? 'Done late' : 'Passed its due moment';
    case 'kept':
      return 'Kept';
    case 'broken':
      return 'Withdrawn after it was due: broken';
    case 'withdrawn':
      return 'Withdrawn';
    case 'open':
      return 'Open again';
  }
}

/** The history, oldest first; a due moment is told where one was given. */
export function steps(history: readonly Change[]): Step[] {
  return history.map((change, at) => {
    const before = history[at - 1];
    const gaveDue = change.due_at && change.due_at !== before?.due_at;
    return {
      did: deed(change, before),
      ...(gaveDue && change.due_at ? { due: change.due_at } : {}),
      reason: change.reason,
      who: change.actor_name || 'Tellfirst',
      at: change.at,
    };
  });
}

/** Where a promise was given: the address of that ticket or incident, and what it is. */
export function place(about: string): { href: string; word: string } | undefined {
  if (about.startsWith('tkt_')) return { href: `/tickets/${about}`, word: 'ticket' };
  if (about.startsWith('inc_')) return { href: `/incidents/${about}`, word: 'incident' };
  return undefined;
}
