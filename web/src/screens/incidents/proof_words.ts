// On which side of "told" a contact stands, and which rows of a proof are shown.
import { fates, reasonWords } from '@/app/fates';
import type { ProofView } from '@/app/router';
import type { Delivery } from './data';

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
