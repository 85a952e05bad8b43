// What was added to a conversation while somebody wrote in it. The server refuses a reply over an
// entry that its writer has not seen; here it is found which one that is.

type Entry = { id: string; kind: string; author: string };

/** The entries behind `seen` that a person other than `me` wrote; an acknowledgement says nothing new. */
export function unseenEntries<E extends Entry>(
  entries: readonly E[],
  seen: string | undefined,
  me: string | undefined,
): E[] {
  const place = entries.findIndex(({ id }) => id === seen);
  // What was seen last has been taken back: it was one's own, and nothing stands behind it.
  if (place < 0) return [];
  return entries
    .slice(place + 1)
    .filter(({ kind, author }) => kind !== 'acknowledgement' && author !== me);
}
