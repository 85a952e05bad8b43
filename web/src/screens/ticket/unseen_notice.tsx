// Somebody else wrote on the ticket that one is answering.
import { useEffect, useState } from 'react';
import { useMe } from '@/app/session';
import { Button } from '@/design/button';
import { say } from '@/design/toast';
import { Notice } from '@/design/tone';
import { showEntry } from './conversation';
import type { Entry } from './queries';
import { unseenEntries } from './unseen';

/** What the writer has seen: all that is shown until he begins to write, then what he says he read. */
export function useSeen(entries: readonly Entry[], isWriting: boolean) {
  const { person } = useMe();
  const newest = entries.at(-1);
  const [seen, setSeen] = useState(newest?.id);
  const unseen = unseenEntries(entries, seen, person?.id);
  const arrived = unseen.at(-1);
  useEffect(() => {
    if (isWriting) return;
    setSeen(newest?.id);
    if (arrived)
      say(`${arrived.author_name || 'Somebody'} wrote just now.`, {
        tone: 'plan',
        action: { verb: 'Show', run: () => showEntry(arrived.id) },
      });
  }, [isWriting, newest, arrived]);
  return {
    seen: unseen.length > 0 ? seen : newest?.id,
    unseen,
    haveRead: () => setSeen(newest?.id),
  };
}

const deeds: Record<Entry['kind'], string> = {
  from_customer: 'wrote',
  from_us: 'answered',
  acknowledgement: 'wrote',
  note: 'left a note',
};

export function Unseen({ entry, onRead }: { entry: Entry; onRead: () => void }) {
  const name = entry.author_name || 'Somebody';
  return (
    <div role="alert" className="mb-2">
      <Notice tone="warn">
        <div className="flex flex-wrap items-center gap-2">
          <span className="grow">
            {name} {deeds[entry.kind]} while you were writing. Your text is kept.
          </span>
          <Button onPress={() => showEntry(entry.id)}>Show it</Button>
          <Button onPress={onRead}>I have read it</Button>
        </div>
      </Notice>
    </div>
  );
}
