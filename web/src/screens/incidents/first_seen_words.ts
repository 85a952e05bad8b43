import type { Incident } from './data';

const who: Record<NonNullable<Incident['first_seen']>['by'], string> = {
  monitor: 'what watches it',
  customer: 'a customer',
  us: 'one of us',
};

/** "What watches it (fra-1)". */
export function firstSeenBy({ by, detail }: NonNullable<Incident['first_seen']>): string {
  return `${who[by]}${detail ? ` (${detail})` : ''}`;
}
