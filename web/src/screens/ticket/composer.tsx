// Where an answer or an internal note is written. The text is a draft until the server took it.
import { Send } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { Refused } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { Button } from '@/design/button';
import { Choice, TextField } from '@/design/field';
import { Locked } from '@/design/locked';
import { Refusal } from '@/design/states';
import { Hints } from './hints';
import type { Panel, Ticket } from './queries';
import { replyDraft } from './undo';
import { Unseen, useSeen } from './unseen_notice';
import { useNote, useReply } from './use_send';

export type Mode = 'reply' | 'note';

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
  const replyKey = replyDraft(ticket.id);
  const noteKey = `note.${ticket.id}`;
  // Two drafts: what is sent clears its own, whichever is on the screen by then.
  const [replyText, setReplyText, clearReply] = useDraft(replyKey, '');
  const [noteText, setNoteText, clearNote] = useDraft(noteKey, '');
  const text = isReply ? replyText : noteText;
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
  const reply = useReply(ticket, replyKey, (then) => {
    clearReply();
    onSent(then);
  });
  const note = useNote(ticket, noteKey, clearNote);
  const isBusy = reply.isPending || note.isPending;
  const error = isReply ? reply.error : note.error;
  const missed = error instanceof Refused && error.code === 'reply.unseen_entry';
  const fieldWrong = error instanceof Refused ? error.field('text') : undefined;
  const newestUnseen = unseen.at(-1);

  // What waits behind the other choice is not forgotten.
  const other = (name: string, waiting: string) => (waiting ? `${name} (draft)` : name);

  const send = (then: 'wait' | 'solve') => {
    if (isBusy) return;
    if (!isReply) note.mutate({ text });
    else reply.mutate({ text, then, ...(seen ? { seen } : {}) });
  };
  const write = (next: string) => {
    if (error) (isReply ? reply : note).reset();
    (isReply ? setReplyText : setNoteText)(next);
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
      {error && !fieldWrong && !(missed && newestUnseen) && (
        <div className="mb-2">
          <Refusal error={error} />
        </div>
      )}
      <Locked when={isBusy}>
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
          <kbd className="font-sans text-sm text-soft max-lg:hidden">
            Ctrl+Enter sends, Esc leaves
          </kbd>
          <div className="ms-auto">
            <Choice
              label="What you write"
              hideLabel
              value={mode}
              onChange={onMode}
              options={[
                { id: 'reply', name: isReply ? 'Reply' : other('Reply', replyText) },
                { id: 'note', name: isReply ? other('Internal note', noteText) : 'Internal note' },
              ]}
            />
          </div>
        </div>
      </Locked>
    </section>
  );
}
