import { Link } from '@tanstack/react-router';
import { Ago } from '@/design/moment';
import { Part } from './part';
import type { Panel } from './queries';

const turns = {
  waiting_for_us: 'for us',
  waiting_for_customer: 'for the customer',
  solved: 'solved',
} as const;

/** What they wrote about before, newest first. */
export function Earlier({ tickets }: { tickets: Panel['earlier'] }) {
  return (
    <Part title="Earlier tickets">
      {tickets.length === 0 && <p className="text-soft">This is their first.</p>}
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id} className="flex min-h-6 items-baseline gap-2">
            <Link
              to="/tickets/$id"
              params={{ id: ticket.id }}
              className="min-w-0 grow truncate"
              title={ticket.subject}
            >
              <span className="text-soft">#{ticket.number}</span>{' '}
              <span className="underline decoration-edge underline-offset-3" dir="auto">
                {ticket.subject}
              </span>
            </Link>
            <span className="shrink-0 text-sm text-soft">
              {turns[ticket.state]}, <Ago at={ticket.changed_at} />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
