// Services stand in a tree: groups hold services and other groups, three levels at most.
import type { Service } from './queries';

export type Placed = Pick<Service, 'id' | 'name' | 'parent' | 'position' | 'is_group'>;

/** As the server has it: deeper, nobody finds anything on a page. */
const deepest = 3;

/** What stands directly below a group (null: at the top), in its order. */
export function membersOf<T extends Placed>(services: readonly T[], parent: string | null): T[] {
  const known = new Set(services.map(({ id }) => id));
  return services
    .filter((each) => (each.parent && known.has(each.parent) ? each.parent : null) === parent)
    .toSorted(
      (one, other) => one.position - other.position || one.name.localeCompare(other.name, 'en'),
    );
}

/** The brothers whose positions change when one goes a place up (-1) or down (1). */
export function moved<T extends Placed>(services: readonly T[], service: T, by: -1 | 1): T[] {
  const order = membersOf(services, service.parent);
  const from = order.findIndex(({ id }) => id === service.id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [];
  order.splice(to, 0, ...order.splice(from, 1));
  return order
    .map((each, position) => ({ ...each, position }))
    .filter(({ id, position }) => services.find((old) => old.id === id)?.position !== position);
}

/** Behind all that stand there already. */
export function lastPlace(services: readonly Placed[], parent: string | null): number {
  const positions = membersOf(services, parent).map(({ position }) => position);
  return positions.length === 0 ? 0 : Math.max(...positions) + 1;
}

function height(services: readonly Placed[], service: Placed): number {
  return 1 + Math.max(0, ...membersOf(services, service.id).map((each) => height(services, each)));
}

/** The groups below which a service (nothing: a new one) may stand, in the order of the tree. */
export function possibleParents<T extends Placed>(services: readonly T[], service?: Placed): T[] {
  const levels = service ? height(services, service) : 1;
  const walk = (parent: string | null, depth: number): T[] =>
    depth + levels > deepest
      ? []
      : membersOf(services, parent)
          .filter(({ id, is_group }) => is_group && id !== service?.id)
          .flatMap((group) => [group, ...walk(group.id, depth + 1)]);
  return walk(null, 1);
}

/** Those whose names have these words, with the groups in which they stand. */
export function found<T extends Placed>(services: readonly T[], q: string): T[] {
  const wanted = q.trim().toLowerCase();
  if (!wanted) return [...services];
  const shown = new Set<string>();
  for (const service of services) {
    if (!service.name.toLowerCase().includes(wanted)) continue;
    let above: Placed | undefined = service;
    while (above && !shown.has(above.id)) {
      shown.add(above.id);
      const { parent }: Placed = above;
      above = services.find(({ id }) => id === parent);
    }
  }
  return services.filter(({ id }) => shown.has(id));
}
