import { expect, test, vi } from 'vitest';
import { meaning, type ShortcutGroup } from './shortcuts';

const none = () => {};
const everywhere: ShortcutGroup = {
  title: 'Everywhere',
  shortcuts: [
    { keys: 'g i', label: 'Go to the inbox', run: none },
    { keys: 'n', label: 'New', run: none },
  ],
};

test('a single key runs its shortcut', () => {
  expect(meaning([everywhere], '', 'n').run).toBe(none);
});

test('the first key of a sequence waits for the second', () => {
  expect(meaning([everywhere], '', 'g')).toEqual({ begins: true });
  expect(meaning([everywhere], 'g', 'i').run).toBe(none);
});

test('a key that means nothing after the first begins nothing', () => {
  expect(meaning([everywhere], 'g', 'x')).toEqual({ begins: false });
});

test('the newest group wins where two name the same key', () => {
  const mine = vi.fn();
  const ticket = { title: 'Ticket', shortcuts: [{ keys: 'n', label: 'Note', run: mine }] };
  expect(meaning([everywhere, ticket], '', 'n').run).toBe(mine);
});
