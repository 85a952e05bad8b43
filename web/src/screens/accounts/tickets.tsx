import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Row } from '@/api/client';
import { Ago } from '@/design/moment';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { Mark } from '@/design/tone';
import { ticketsOf } from './queries';

type Ticket = Row<'/api/v1/tickets'>;

function Turn({ state }: { state: Ticket['state'] }) {
  if (state === 'solved') return <Mark tone="ok">Solved</Mark>;
  if (state === 'waiting_for_customer') return <Mark tone="unk">For the customer</Mark>;
  return (
    <Mark tone="plan" icon="due">
      For us
    </Mark>
  );
}

export function Tickets({ account }: { account: string }) {
  const tickets = useQuery(ticketsOf(account));
  const rows = tickets.data?.items ?? [];
  return (
    <Card
      title="Tickets"
      flush
      {...(tickets.data?.next ? { aside: `The newest ${rows.length}` } : {})}
    >
      {tickets.isPending ? (
        <Skeleton lines={4} className="px-4 pb-2" />
      ) : tickets.isLoadingError ? (
        <Failure error={tickets.error} onRetry={() => void tickets.refetch()} />
      ) : rows.length === 0 ? (
        <p className="px-4 pb-4 text-soft">They have not written to us yet.</p>
      ) : (
        <ul className="pb-1">
          {rows.map((ticket) => (
            <li
              key={ticket.id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-t px-4 py-2 first:border-t-0"
            >
              <Link
                to="/tickets/$id"
                params={{ id: ticket.id }}
                className="min-w-0 truncate py-0.5"
              >
                <span className="text-soft">#{ticket.number}</span>{' '}
                <span dir="auto" className="underline decoration-edge underline-offset-3">
                  {ticket.subject}
                </span>
              </Link>
              <span className="text-sm">
                <Turn state={ticket.state} />
              </span>
              <span className="truncate text-sm text-soft" dir="auto">
                {ticket.contact_name}
              </span>
              <span className="text-end text-sm text-soft">
                <Ago at={ticket.changed_at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
