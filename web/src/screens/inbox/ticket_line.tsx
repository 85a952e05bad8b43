import type { Row } from '@/api/client';
import { Ago, useNow } from '@/design/moment';
import { Chip } from '@/design/tone';
import { duration } from '@/design/words_of_time';

type Ticket = Row<'/api/v1/tickets'>;

/** How long until somebody must have answered. */
export function Due({ at }: { at: string }) {
  const left = new Date(at).getTime() - useNow();
  if (left <= 0)
    return (
      <Chip tone="bad" icon="late">
        {duration(left)} late
      </Chip>
    );
  return (
    <Chip tone={left < 3_600_000 ? 'warn' : 'unk'} icon="due">
      {duration(left)} left
    </Chip>
  );
}

function Standing({ ticket }: { ticket: Ticket }) {
  if (ticket.state === 'solved') return <Chip tone="ok">Solved</Chip>;
  if (ticket.state === 'waiting_for_customer')
    return (
      <Chip tone="unk" icon="due">
        For the customer
      </Chip>
    );
  return ticket.reply_due_at ? (
    <Due at={ticket.reply_due_at} />
  ) : (
    <Chip tone="plan" icon="due">
      Waiting
    </Chip>
  );
}

export function TicketLine({ ticket }: { ticket: Ticket }) {
  const customer = ticket.account_name || ticket.contact_name;
  return (
    <div className="grid h-full grid-cols-[auto_minmax(0,1fr)_auto] content-center items-center gap-x-3 gap-y-0.5 px-4 sm:grid-cols-[8.5rem_minmax(0,1fr)_minmax(0,10rem)_4.5rem] sm:gap-x-4 md:px-6 lg:grid-cols-[8.5rem_minmax(0,1fr)_14rem_4.5rem]">
      <div className="max-sm:order-1">
        <Standing ticket={ticket} />
      </div>
      <div className="min-w-0 max-sm:col-span-3">
        <div className="flex min-w-0 items-baseline gap-2">
          <span className="shrink-0 text-sm text-soft tabular-nums">#{ticket.number}</span>
          <span className="truncate font-medium" dir="auto">
            {ticket.subject}
          </span>
          {ticket.incident && (
            <span className="toned shrink-0 rounded-sm bg-plan-wash px-1 text-plan text-sm max-md:hidden">
              {ticket.incident_title}
            </span>
          )}
        </div>
        <div className="truncate text-sm text-soft" dir="auto">
          {ticket.last_kind === 'from_us' && 'Us: '}
          {ticket.snippet}
        </div>
      </div>
      <div className="min-w-0 text-sm max-sm:order-2">
        <div className="truncate" dir="auto">
          {customer}
        </div>
        <div className="truncate text-soft max-sm:hidden">{ticket.plan_name}</div>
      </div>
      <div className="text-end text-sm text-soft max-sm:order-3">
        <Ago at={ticket.changed_at} />
      </div>
    </div>
  );
}
