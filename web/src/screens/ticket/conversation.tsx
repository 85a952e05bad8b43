// The whole exchange, oldest first. It opens at its newest entry; what comes in later is marked and
// moves nothing.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useNow } from '@/design/moment';
import { EntryLine, entryPlace } from './entry';
import type { Entry, Ticket } from './queries';
import { isOffered } from './undo';
import { unseenEntries } from './unseen';

/** Brings an entry into sight and to the keyboard. */
export function showEntry(id: string) {
  const place = document.getElementById(entryPlace(id));
  place?.scrollIntoView({ block: 'nearest' });
  place?.focus({ preventScroll: true });
}

/** Until when, where its toast is gone. */
function canUndo(entry: Entry, now: number): number | undefined {
  if (!entry.undo_until || isOffered(entry.id)) return undefined;
  const until = new Date(entry.undo_until).getTime();
  return until > now ? until : undefined;
}

export function Conversation({ ticket, me }: { ticket: Ticket; me: string | undefined }) {
  const { entries } = ticket;
  const now = useNow();
  const place = useRef<HTMLElement>(null);
  const newest = entries.at(-1);
  const [opened] = useState(newest?.id);
  const fresh = new Set(unseenEntries(entries, opened, me).map(({ id }) => id));

  useLayoutEffect(() => {
    const lines = place.current?.querySelectorAll<HTMLElement>('li[tabindex]');
    const last = lines?.item(lines.length - 1);
    if (place.current && last) place.current.scrollTop = last.offsetTop - 12;
  }, []);

  // One's own words are in sight once they are said.
  const isMine = newest?.author === me && newest?.id !== opened;
  const newestId = newest?.id;
  useEffect(() => {
    if (isMine && newestId)
      document.getElementById(entryPlace(newestId))?.scrollIntoView({ block: 'nearest' });
  }, [isMine, newestId]);

  return (
    <section
      ref={place}
      aria-label="Conversation"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
      className="relative px-4 py-3 -outline-offset-2 roomy:min-h-0 roomy:overflow-y-auto md:px-6"
    >
      <ol className="flex flex-col gap-2.5">
        {entries.map((entry) => {
          const until = canUndo(entry, now);
          return (
            <EntryLine
              key={entry.id}
              entry={entry}
              isNew={fresh.has(entry.id)}
              sent={until ? { ticket: ticket.id, entry: entry.id, until } : undefined}
            />
          );
        })}
      </ol>
    </section>
  );
}
