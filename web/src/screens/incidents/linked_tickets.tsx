import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Row } from '@/api/client';
import { flat } from '@/api/queries';
import { Button } from '@/design/button';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { linkedTicketsQuery } from './data';

const turns: Record<Row<'/api/v1/tickets'>['state'], string> = {
  waiting_for_us: 'Waiting for us',
  waiting_for_customer: 'For the customer',
  solved: 'Solved',
};

/** Who wrote about it; when it is resolved they are all answered. */
export function LinkedTickets({ incident, isOpen }: { incident: string; isOpen: boolean }) {
  const tickets = useInfiniteQuery(linkedTicketsQuery(incident));
  const rows = flat(tickets.data);
  const number = `${rows.length}${tickets.hasNextPage ? '+' : ''}`;
  return (
    <Card title="Linked tickets" aside={rows.length > 0 ? number : undefined}>
      {tickets.isPending ? (
        <Skeleton lines={2} />
      ) : tickets.isLoadingError ? (
        <Failure error={tickets.error} onRetry={() => void tickets.refetch()} />
      ) : rows.length === 0 ? (
        <p className="text-soft">Nobody wrote about it.</p>
      ) : (
        <>
          {isOpen && (
            <p className="mb-1 text-sm text-soft">When you resolve it, all of them are answered.</p>
          )}
          <ul>
            {rows.map((ticket) => (
              <li key={ticket.id} className="border-line border-t py-1.5 first:border-t-0">
                <Link
                  to="/tickets/$id"
                  params={{ id: ticket.id }}
                  className="block truncate text-link hover:underline"
                  dir="auto"
                >
                  #{ticket.number} {ticket.subject}
                </Link>
                <p className="flex justify-between gap-2 text-sm text-soft">
                  <span className="truncate" dir="auto">
                    {ticket.account_name || ticket.contact_name}
                  </span>
                  <span className="shrink-0">{turns[ticket.state]}</span>
                </p>
              </li>
            ))}
          </ul>
          {tickets.hasNextPage && (
            <Button
              look="quiet"
              isPending={tickets.isFetchingNextPage}
              onPress={() => void tickets.fetchNextPage()}
            >
              Show more
            </Button>
          )}
        </>
      )}
    </Card>
  );
}
