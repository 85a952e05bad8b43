// Sending a reply or keeping a note. Sent twice after a lost connection it is still one.
import { useMutation } from '@tanstack/react-query';
import { api, ask, type Takes } from '@/api/client';
import { queries } from '@/api/queries';
import { useAttempt } from '@/app/attempts';
import { type Ticket, ticketQuery } from './queries';
import { offerUndo } from './undo';

type Reply = Takes<'/api/v1/tickets/{id}/replies'>;

async function look(id: string) {
  await queries.invalidateQueries({ queryKey: ticketQuery(id).queryKey });
  void queries.invalidateQueries({ queryKey: ['tickets'] });
  void queries.invalidateQueries({ queryKey: ['promises'] });
}

export function useReply(
  ticket: Ticket,
  draftName: string,
  onSent: (then: 'wait' | 'solve') => void,
) {
  const attempt = useAttempt<Reply>(draftName);
  const path = { id: ticket.id };
  return useMutation({
    // What was seen is of the moment: a lost answer shows as a new entry, and is no new reply.
    mutationFn: ({ seen, ...draft }: Reply) =>
      attempt.run(
        draft,
        (written) => (seen ? { ...written, seen } : written),
        (body, key) =>
          ask(
            api.POST('/api/v1/tickets/{id}/replies', {
              params: { path, header: { 'Idempotency-Key': key } },
              body,
            }),
          ),
      ),
    onSuccess: (after, { then = 'wait' }) => {
      const entry = after.entries.findLast(({ kind }) => kind === 'from_us');
      if (entry?.undo_until) {
        // By how long it may wait, not by whose clock: ours may differ from the server's.
        const wait = new Date(entry.undo_until).getTime() - new Date(entry.at).getTime();
        offerUndo(
          { ticket: ticket.id, entry: entry.id, until: Date.now() + wait },
          `The reply to ${ticket.contact_name || 'the customer'} can be undone`,
        );
      }
      onSent(then);
      return look(ticket.id);
    },
    // Where somebody else wrote meanwhile, that is shown.
    onError: () => look(ticket.id),
  });
}

export function useNote(ticket: Ticket, draftName: string, onKept: () => void) {
  const attempt = useAttempt<{ text: string }>(draftName);
  const path = { id: ticket.id };
  return useMutation({
    mutationFn: (note: { text: string }) =>
      attempt.run(
        note,
        (body) => body,
        (body, key) =>
          ask(
            api.POST('/api/v1/tickets/{id}/notes', {
              params: { path, header: { 'Idempotency-Key': key } },
              body,
            }),
          ),
      ),
    onSuccess: () => {
      onKept();
      return look(ticket.id);
    },
  });
}
