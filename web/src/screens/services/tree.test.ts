import { describe, expect, it } from 'vitest';
import { found, lastPlace, membersOf, moved, type Placed, possibleParents } from './tree';

const at = (id: string, position: number, parent: string | null = null): Placed => ({
  id,
  name: id,
  parent,
  position,
  is_group: id.startsWith('Group'),
});
const tree = [
  at('Mail', 2),
  at('Group A', 1),
  at('Uploads', 1, 'Group A'),
  at('Galleries', 0, 'Group A'),
  at('Group B', 3),
  at('Group C', 0, 'Group B'),
];
const names = (services: readonly Placed[]) => services.map(({ name }) => name);

describe('the tree of services', () => {
  it('has brothers by position, then by name', () => {
    expect(names(membersOf(tree, null))).toEqual(['Group A', 'Mail', 'Group B']);
    expect(names(membersOf([at('B', 0), at('A', 0)], null))).toEqual(['A', 'B']);
  });

  it('shows what stands below nothing that is there at the top', () => {
    expect(names(membersOf([at('Orphan', 0, 'Gone')], null))).toEqual(['Orphan']);
  });

  it('changes only the positions that differ when one moves', () => {
    const next = moved(tree, at('Uploads', 1, 'Group A'), -1);
    expect(next.map(({ name, position }) => [name, position])).toEqual([
      ['Uploads', 0],
      ['Galleries', 1],
    ]);
  });

  it('lets nobody move out of his group', () => {
    expect(moved(tree, at('Galleries', 0, 'Group A'), -1)).toEqual([]);
    expect(moved(tree, at('Uploads', 1, 'Group A'), 1)).toEqual([]);
  });

  it('puts a new one behind the others', () => {
    expect(lastPlace(tree, null)).toBe(4);
    expect(lastPlace(tree, 'Group C')).toBe(0);
  });

  it('offers no parent that would make it deeper than three levels, or a circle', () => {
    expect(names(possibleParents(tree))).toEqual(['Group A', 'Group B', 'Group C']);
    expect(names(possibleParents(tree, at('Group B', 3)))).toEqual(['Group A']);
    expect(names(possibleParents(tree, at('Group A', 1)))).toEqual(['Group B']);
  });

  it('is found by a part of a name, with the groups above', () => {
    expect(names(found(tree, 'gall'))).toEqual(['Group A', 'Galleries']);
    expect(found(tree, ' ')).toHaveLength(tree.length);
    expect(found(tree, 'nothing')).toEqual([]);
  });
});
