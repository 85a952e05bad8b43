import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { TicketList } from '@/app/router';
import { buttonLook } from '@/design/button';
import { Mark } from '@/design/tone';
import type { Way } from './use_way';

/** After an answer: what became of the ticket, and the next one, a key away. */
export function SentStrip({
  then,
  way,
  list,
}: {
  then: 'wait' | 'solve';
  way: Way;
  list: TicketList;
}) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), []);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-t bg-ok-wash px-4 py-2 md:px-6">
      <span role="status" className="grow">
        <Mark tone="ok">
          {then === 'solve' ? 'Answered and solved.' : 'Answered; it is the customer’s turn.'}
        </Mark>
      </span>
      {way.next ? (
        <Link
          ref={link}
          to="/tickets/$id"
          params={{ id: way.next.id }}
          search={list}
          className={`${buttonLook('plain')} max-w-full`}
        >
          <span className="truncate">
            Next ticket: #{way.next.number} {way.next.subject}
          </span>
          <kbd className="font-sans text-soft">j</kbd>
        </Link>
      ) : (
        <Link ref={link} to="/inbox" search={list} className={buttonLook('plain')}>
          That was the last one: back to the inbox
        </Link>
      )}
    </div>
  );
}
