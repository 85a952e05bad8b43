import { expect, test } from 'vitest';
import { unseenEntries } from './unseen';

const entry = (id: string, kind = 'from_customer', author = 'con_1') => ({ id, kind, author });
const found = (entries: ReturnType<typeof entry>[], seen: string | undefined) =>
  unseenEntries(entries, seen, 'prs_me').map(({ id }) => id);

test('what others added behind the last one seen is unseen', () => {
  expect(found([entry('a'), entry('b'), entry('c', 'note', 'prs_ben')], 'a')).toEqual(['b', 'c']);
});

test('nothing is unseen behind the newest', () => {
  expect(found([entry('a'), entry('b')], 'b')).toEqual([]);
});

test('one’s own entries and acknowledgements need no look', () => {
  expect(
    found([entry('a'), entry('b', 'acknowledgement', 'system'), entry('c', 'note', 'prs_me')], 'a'),
  ).toEqual([]);
});

test('an own reply that was taken back leaves nothing unseen', () => {
  expect(found([entry('a')], 'gone')).toEqual([]);
});
