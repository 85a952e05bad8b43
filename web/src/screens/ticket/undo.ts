// A reply waits some seconds before it leaves; until then it can be taken back, also from the next
// ticket that one has gone on to.
import { api, ask } from '@/api/client';
import { queries } from '@/api/queries';
import { forgetAttempt } from '@/app/attempts';
import { putBack } from '@/app/drafts';
import { router } from '@/app/router';
import { say } from '@/design/toast';

/** `until`: when it leaves, milliseconds since 1970 by this machine's clock. */
export type Sent = { ticket: string; entry: string; until: number };

export function replyDraft(ticket: string): string {
  return `reply.${ticket}`;
}

let last: Sent | undefined;
let closeToast = () => {};

/** Takes it back: the text is in the draft again, and its ticket on the screen. */
export async function undo(sent: Sent) {
  closeToast();
  last = undefined;
  const { ticket, entry } = sent;
  try {
    const { text } = await ask(
      api.POST('/api/v1/tickets/{id}/replies/{entry}/undo', {
        params: { path: { id: ticket, entry } },
      }),
    );
    putBack(replyDraft(ticket), text);
    // Sent again it is another reply, also where no answer told us of the first.
    forgetAttempt(replyDraft(ticket));
    say('Taken back: nothing was sent, and the text is in the draft again.');
    if (!router.state.location.pathname.endsWith(ticket))
      void router.navigate({ to: '/tickets/$id', params: { id: ticket }, search: true });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), { tone: 'bad' });
  }
  void queries.invalidateQueries({ queryKey: ['tickets'] });
  void queries.invalidateQueries({ queryKey: ['promises'] });
}

/** Says that it was sent, and for how long it can be taken back. */
export function offerUndo(sent: Sent, text: string) {
  last = sent;
  closeToast();
  closeToast = say(text, {
    action: { verb: 'Undo', until: sent.until, run: () => void undo(sent) },
  });
}

/** Whether a toast offers it already; after a reload none does. */
export function isOffered(entry: string): boolean {
  return last?.entry === entry;
}

export function undoLast() {
  if (last && last.until > Date.now()) void undo(last);
  else say('Nothing can be taken back now.', { tone: 'unk', forMs: 4_000 });
}
