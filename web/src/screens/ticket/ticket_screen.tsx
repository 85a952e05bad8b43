// One ticket: what was said, who asks and what we owe him, and the place to answer. Where there is
// room the conversation and the panel scroll by themselves and the answer stays in sight; a small or
// enlarged screen scrolls as one, so that nothing covers what has the focus.
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import type { TicketList } from '@/app/router';
import { useMay, useMe } from '@/app/session';
import { useShortcuts } from '@/app/shortcuts';
import { Button } from '@/design/button';
import { PageHead } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { Composer, type Mode } from './composer';
import { Conversation } from './conversation';
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
  const [isPanelOpen, setPanelOpen] = useState(false);
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
    <div className="roomy:grid roomy:h-full roomy:grid-cols-[minmax(0,1fr)_22rem] roomy:grid-rows-[auto_minmax(0,1fr)_auto]">
      <div>
        <Head ticket={ticket} way={way} {...(mayAnswer ? { onReply: () => write('reply') } : {})} />
        <KnownIncidents ticket={ticket} known={known} />
      </div>
      <aside
        aria-label="Customer"
        className="border-line bg-card max-md:border-y roomy:col-start-2 roomy:row-span-3 roomy:row-start-1 roomy:overflow-y-auto roomy:border-s"
      >
        <Button
          look="quiet"
          className="w-full justify-between! roomy:hidden"
          aria-expanded={isPanelOpen}
          onPress={() => setPanelOpen(!isPanelOpen)}
        >
          Customer, clock and services
          <ChevronDown aria-hidden className={`size-4 ${isPanelOpen ? 'rotate-180' : ''}`} />
        </Button>
        <div className={`roomy:block ${isPanelOpen ? '' : 'hidden'}`}>
          {panel.data && <Panel known={panel.data} ticket={ticket} />}
          {panel.isError && <Failure error={panel.error} onRetry={() => void panel.refetch()} />}
        </div>
      </aside>
      <Conversation ticket={ticket} me={person?.id} />
      <div>
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
      </div>
    </div>
  );
}

export function TicketScreen() {
  const { id } = route.useParams();
  const list = route.useSearch();
  const ticket = useQuery(ticketQuery(id));
  const panel = useQuery(panelQuery(id));
  // Both at once: what is known of incidents must not push away what one has begun to read.
  if (ticket.isPending || (panel.isPending && !ticket.isError))
    return <Skeleton lines={10} className="max-w-3xl px-4 py-4 md:px-6" />;
  if (ticket.isError)
    return (
      <>
        <PageHead title="Ticket" />
        <Failure error={ticket.error} onRetry={() => void ticket.refetch()} />
      </>
    );
  return <Opened key={id} ticket={ticket.data} panel={panel} list={list} />;
}
