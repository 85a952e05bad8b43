// One ticket: what was said, who asks and what we owe him, and the place to answer.
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { TicketList } from '@/app/router';
import { useMay, useMe } from '@/app/session';
import { useShortcuts } from '@/app/shortcuts';
import { PageHead } from '@/design/page';
import { Failure } from '@/design/states';
import { Composer, type Mode } from './composer';
import { Conversation } from './conversation';
import { Frame, FrameSkeleton } from './frame';
import { Head } from './head';
import { KnownIncidents, useLink } from './known_incidents';
import { Panel } from './panel';
import { type Panel as Known, panelQuery, type Ticket, ticketQuery } from './queries';
import { SentStrip } from './sent_strip';
import { undoLast } from './undo';
import { useWay } from './use_way';

const route = getRouteApi('/inside/tickets/$id');

function Opened({
  ticket,
  panel,
  list,
}: {
  ticket: Ticket;
  panel: UseQueryResult<Known>;
  list: TicketList;
}) {
  const { person } = useMe();
  const mayAnswer = useMay('answer_tickets');
  const way = useWay(ticket.id, list);
  const link = useLink(ticket.id);
  const area = useRef<HTMLTextAreaElement>(null);
  const [mode, setMode] = useState<Mode>('reply');
  const [sent, setSent] = useState<'wait' | 'solve'>();
  const known = panel.data?.incidents ?? [];
  const notLinked = known.find(({ id }) => id !== ticket.incident);

  const write = (next: Mode) => {
    setMode(next);
    area.current?.focus();
  };
  useShortcuts('Ticket', [
    { keys: 'j', label: 'Next ticket of the list', run: () => way.go(way.next) },
    { keys: 'k', label: 'Previous ticket of the list', run: () => way.go(way.previous) },
    { keys: 'u', label: 'Back to the inbox', run: way.back },
    ...(mayAnswer
      ? [
          { keys: 'r', label: 'Reply', run: () => write('reply') },
          { keys: 'i', label: 'Write an internal note', run: () => write('note') },
          { keys: 'z', label: 'Take the last reply back', run: undoLast },
          {
            keys: 'l',
            label: 'Link as affected by the known incident',
            run: () => notLinked && link.mutate(notLinked.id),
          },
        ]
      : []),
  ]);

  return (
    <Frame
      head={
        <>
          <Head
            ticket={ticket}
            way={way}
            {...(mayAnswer ? { onReply: () => write('reply') } : {})}
          />
          <KnownIncidents ticket={ticket} known={known} />
        </>
      }
      panel={
        <>
          {panel.data && <Panel known={panel.data} ticket={ticket} />}
          {panel.isLoadingError && (
            <Failure error={panel.error} onRetry={() => void panel.refetch()} />
          )}
        </>
      }
      conversation={<Conversation ticket={ticket} me={person?.id} />}
      answer={
        <>
          {sent && <SentStrip then={sent} way={way} list={list} />}
          {mayAnswer && (
            <Composer
              ticket={ticket}
              panel={panel.data}
              mode={mode}
              onMode={setMode}
              onSent={setSent}
              areaRef={area}
            />
          )}
        </>
      }
    />
  );
}

export function TicketScreen() {
  const { id } = route.useParams();
  const list = route.useSearch();
  const ticket = useQuery(ticketQuery(id));
  const panel = useQuery(panelQuery(id));
  // Both at once: what is known of incidents must not push away what one has begun to read.
  if (ticket.isPending || (panel.isPending && !ticket.isLoadingError)) return <FrameSkeleton />;
  if (ticket.isLoadingError)
    return (
      <>
        <PageHead title="Ticket">
          <Link to="/inbox" search={list} className="underline decoration-edge">
            Back to the inbox
          </Link>
        </PageHead>
        <Failure error={ticket.error} onRetry={() => void ticket.refetch()} />
      </>
    );
  return <Opened key={id} ticket={ticket.data} panel={panel} list={list} />;
}
