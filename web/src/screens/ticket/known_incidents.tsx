// Open incidents that touch what this customer uses: who else has written, by when it is over, and
// whether his ticket is answered with theirs.
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '@/api/client';
import { queries } from '@/api/queries';
import { useMay } from '@/app/session';
import { Button } from '@/design/button';
import { Moment } from '@/design/moment';
import { say } from '@/design/toast';
import { Mark, Notice } from '@/design/tone';
import { countOf } from '@/design/words';
import type { Panel, Ticket } from './queries';

type Known = Panel['incidents'][number];

export function useLink(ticket: string) {
  return useMutation({
    mutationFn: (incident: string | null) =>
      ask(
        api.PUT('/api/v1/tickets/{id}/incident', {
          params: { path: { id: ticket } },
          body: { incident },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tickets'] }),
    onError: (error) => say(error.message, { tone: 'bad' }),
  });
}

function ByWhen({ incident: { when, overdue } }: { incident: Known }) {
  if (overdue)
    return (
      <Mark tone="bad" icon="late">
        Word is overdue
      </Mark>
    );
  if (when.eta_at)
    return (
      <>
        works again by <Moment at={when.eta_at} />
      </>
    );
  if (when.next_word_at)
    return (
      <>
        next word by <Moment at={when.next_word_at} />
      </>
    );
  return <>no time is known yet</>;
}

function Line({ incident, ticket }: { incident: Known; ticket: Ticket }) {
  const mayLink = useMay('answer_tickets');
  const mayRead = useMay('read_status');
  const link = useLink(ticket.id);
  const isLinked = ticket.incident === incident.id;
  return (
    <Notice tone={isLinked ? 'plan' : 'warn'} {...(isLinked ? { icon: 'ok' as const } : {})}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-48 grow basis-0">
          {isLinked ? 'Linked as affected: ' : 'Known incident: '}
          {mayRead ? (
            <Link
              to="/incidents/$id"
              params={{ id: incident.id }}
              className="font-semibold underline underline-offset-3"
            >
              {incident.title}
            </Link>
          ) : (
            <b className="font-semibold">{incident.title}</b>
          )}
          <br />
          <span className="text-ink">
            {isLinked && 'Answered when it is resolved. '}
            {incident.others > 0
              ? `${countOf(incident.others, 'other')} wrote`
              : 'Nobody else wrote yet'}
            ; <ByWhen incident={incident} />
          </span>
        </p>
        {mayLink && (
          <Button
            look={isLinked ? 'quiet' : 'plain'}
            className={isLinked ? 'max-sm:-ms-3' : ''}
            isPending={link.isPending}
            onPress={() => link.mutate(isLinked ? null : incident.id)}
          >
            {isLinked ? 'Unlink' : 'Link as affected'}
          </Button>
        )}
      </div>
    </Notice>
  );
}

export function KnownIncidents({ ticket, known }: { ticket: Ticket; known: readonly Known[] }) {
  if (known.length === 0) return null;
  return (
    <section aria-label="Known incidents" className="flex flex-col gap-2 px-4 pb-3 md:px-6">
      {known.map((incident) => (
        <Line key={incident.id} incident={incident} ticket={ticket} />
      ))}
    </section>
  );
}
