import { Link } from '@tanstack/react-router';
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react';
import { Button, IconButton } from '@/design/button';
import { Moment } from '@/design/moment';
import { PageHead } from '@/design/page';
import { Chip } from '@/design/tone';
import type { Ticket } from './queries';
import type { Way } from './use_way';

function Standing({ ticket }: { ticket: Ticket }) {
  if (ticket.state === 'solved') return <Chip tone="ok">Solved</Chip>;
  if (ticket.state === 'waiting_for_customer')
    return (
      <Chip tone="unk" icon="due">
        For the customer
      </Chip>
    );
  return (
    <Chip tone="plan" icon="due">
      Waiting for us
    </Chip>
  );
}

function Other({ id, children }: { id: string; children: string }) {
  return (
    <Link to="/tickets/$id" params={{ id }} className="text-link underline underline-offset-3">
      {children}
    </Link>
  );
}

export function Head({ ticket, way, onReply }: { ticket: Ticket; way: Way; onReply?: () => void }) {
  return (
    <PageHead
      title={
        <>
          <span className="font-normal text-soft">#{ticket.number}</span> {ticket.subject}
        </>
      }
      actions={
        <>
          {onReply && (
            <Button className="roomy:hidden" onPress={onReply}>
              Reply
            </Button>
          )}
          <IconButton label="Back to the inbox" onPress={way.back}>
            <ArrowLeft aria-hidden className="size-4.5" />
          </IconButton>
          <IconButton
            label="Previous ticket"
            isDisabled={!way.previous}
            onPress={() => way.go(way.previous)}
          >
            <ChevronUp aria-hidden className="size-4.5" />
          </IconButton>
          <IconButton label="Next ticket" isDisabled={!way.next} onPress={() => way.go(way.next)}>
            <ChevronDown aria-hidden className="size-4.5" />
          </IconButton>
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Standing ticket={ticket} />
        <span dir="auto">{ticket.contact_name}</span>
        <span>
          since <Moment at={ticket.created_at} />
        </span>
        {ticket.follows && <Other id={ticket.follows}>Follows an earlier ticket</Other>}
        {ticket.may_belong_to && (
          <Other id={ticket.may_belong_to}>May belong to another ticket</Other>
        )}
      </div>
    </PageHead>
  );
}
