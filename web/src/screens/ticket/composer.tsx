// Where an answer or an internal note is written. The text is a draft until the server took it.
import { Send } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Refused } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { useMe } from '@/app/session';
import { Button } from '@/design/button';
import { Choice, TextField } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { Notice } from '@/design/tone';
import { showEntry } from './conversation';
import { Hints } from './hints';
import type { Entry, Panel, Ticket } from './queries';
import { replyDraft } from './undo';
import { unseenEntries } from './unseen';
import { useNote, useReply } from './use_send';

export type Mode = 'reply' | 'note';

/** What the writer has seen: all that is shown until he begins to write, then what he says he read. */
function useSeen(entries: readonly Entry[], isWriting: boolean) {
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

function Unseen({ entry, onRead }: { entry: Entry; onRead: () => void }) {
  const name = entry.author_name || 'Somebody';
  const what = { note: 'left a note', from_us: 'answered' }[entry.kind as string] ?? 'wrote';
  return (
    <div role="alert" className="mb-2">
      <Notice tone="warn">
        <div className="flex flex-wrap items-center gap-2">
          <span className="grow">
            {name} {what} while you were writing. Your text is kept.
          </span>
          <Button onPress={() => showEntry(entry.id)}>Show it</Button>
          <Button onPress={onRead}>I have read it</Button>
        </div>
      </Notice>
    </div>
  );
}

type Props = {
  ticket: Ticket;
  panel: Panel | undefined;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onSent: (then: 'wait' | 'solve' | undefined) => void;
  areaRef: RefObject<HTMLTextAreaElement | null>;
};

export function Composer({ ticket, panel, mode, onMode, onSent, areaRef }: Props) {
  const isReply = mode === 'reply';
  const [text, setText, clear] = useDraft(
    isReply ? replyDraft(ticket.id) : `note.${ticket.id}`,
    '',
  );
  const isWriting = text !== '';
  const { seen, unseen, haveRead } = useSeen(ticket.entries, isWriting);
  const isOpen = useRef(false);
  useEffect(() => {
    if (isWriting) {
      onSent(undefined);
      // What was not typed here has been taken back: there one goes on.
      if (isOpen.current) areaRef.current?.focus();
    }
    isOpen.current = true;
  }, [isWriting, onSent, areaRef]);
  const reply = useReply(ticket, (then) => {
    clear();
    onSent(then);
  });
  const note = useNote(ticket, clear);
  const isBusy = reply.isPending || note.isPending;
  const error = isReply ? reply.error : note.error;
  const missed = error instanceof Refused && error.code === 'reply.unseen_entry';
  const fieldWrong = error instanceof Refused ? error.field('text') : undefined;
  const newestUnseen = unseen.at(-1);

  const send = (then: 'wait' | 'solve') => {
    if (isBusy) return;
    if (!isReply) note.mutate({ text });
    else reply.mutate({ text, then, ...(seen ? { seen } : {}) });
  };
  const write = (next: string) => {
    if (error) (isReply ? reply : note).reset();
    setText(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send(event.shiftKey ? 'solve' : 'wait');
    } else if (event.key === 'Escape') {
      // Out of the text, where single keys work again.
      document.getElementById('content')?.focus();
    }
  };

  return (
    <section
      aria-label={isReply ? 'Reply' : 'Internal note'}
      onKeyDown={onKeyDown}
      className={`border-line border-t px-4 py-3 md:px-6 ${isReply ? 'bg-card' : 'bg-warn-wash'}`}
    >
      {isReply && panel && isWriting && <Hints text={text} ticket={ticket} panel={panel} />}
      {isReply && newestUnseen && isWriting && <Unseen entry={newestUnseen} onRead={haveRead} />}
      {!missed && !fieldWrong && error && (
        <div className="mb-2">
          <Refusal error={error} />
        </div>
      )}
      <TextField
        label={
          isReply ? `Reply to ${ticket.contact_name}` : 'Internal note, which stays in the house'
        }
        hideLabel
        rows={3}
        value={text}
        onChange={write}
        areaRef={areaRef}
        error={fieldWrong}
      />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {isReply ? (
          <>
            <Button look="main" isPending={isBusy} onPress={() => send('wait')}>
              <Send aria-hidden className="size-4" /> Send and wait
            </Button>
            <Button isPending={isBusy} onPress={() => send('solve')}>
              Send and solve
            </Button>
          </>
        ) : (
          <Button look="main" isPending={isBusy} onPress={() => send('wait')}>
            Add note
          </Button>
        )}
        <kbd className="font-sans text-sm text-soft max-md:hidden">
          Ctrl+Enter sends, Esc leaves
        </kbd>
        <div className="ms-auto">
          <Choice
            label="What you write"
            hideLabel
            value={mode}
            onChange={onMode}
            options={[
              { id: 'reply', name: 'Reply' },
              { id: 'note', name: 'Internal note' },
            ]}
          />
        </div>
      </div>
    </section>
  );
}
