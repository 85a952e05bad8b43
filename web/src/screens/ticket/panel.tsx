// Who asks, what he bought, what we owe him and how his services are: without a click.
import { Link } from '@tanstack/react-router';
import { Mail, Phone } from 'lucide-react';
import { languageName, localTime } from '@/app/places';
import { PromiseState } from '@/app/promise_state';
import { ServiceState } from '@/app/service_state';
import { useMay } from '@/app/session';
import { CopyIcon } from '@/design/copy';
import { Moment, useNow } from '@/design/moment';
import { ClockPart } from './clock';
import { Earlier } from './earlier';
import { Part } from './part';
import type { Panel as Known, Ticket } from './queries';

function Customer({ contact, account, plan }: Known) {
  const now = useNow();
  const mayRead = useMay('read_accounts');
  return (
    <Part title="Customer">
      <div className="flex flex-wrap items-baseline gap-x-2">
        {account && mayRead ? (
          <Link
            to="/accounts/$id"
            params={{ id: account.id }}
            className="font-semibold text-link underline underline-offset-3"
            dir="auto"
          >
            {account.name}
          </Link>
        ) : (
          <span className="font-semibold" dir="auto">
            {account?.name ?? 'No account yet'}
          </span>
        )}
        <span className="text-soft">{plan?.name ?? 'no plan'}</span>
      </div>
      <div dir="auto">{contact.name}</div>
      <div className="-my-0.5 flex items-center gap-1.5">
        <Mail aria-hidden className="size-4 shrink-0 text-soft" />
        <span className="truncate" title={contact.email}>
          {contact.email}
        </span>
        <CopyIcon text={contact.email} what={`the address of ${contact.name}`} />
      </div>
      <div className="-my-0.5 flex min-h-8 items-center gap-1.5">
        <Phone aria-hidden className="size-4 shrink-0 text-soft" />
        {contact.phone ? (
          <>
            <a href={`tel:${contact.phone}`} className="text-link underline underline-offset-3">
              {contact.phone}
            </a>
            <CopyIcon text={contact.phone} what={`the phone number of ${contact.name}`} />
          </>
        ) : (
          <span className="text-soft">No phone number on file</span>
        )}
      </div>
      <div className="text-sm text-soft">
        {languageName(contact.language)}, {localTime(contact.zone, now)}
      </div>
    </Part>
  );
}

const turns = {
  waiting_for_us: 'No due time runs.',
  waiting_for_customer: 'No clock runs: it is the customer’s turn.',
  solved: 'No clock runs: it is solved.',
};

export function Panel({ known, ticket }: { known: Known; ticket: Ticket }) {
  const { clock, services, uses_known, earlier } = known;
  // That this ticket is answered is promised, too; the clock says so.
  const promises = known.promises.filter(
    ({ about, source }) => about !== ticket.id || !source.endsWith('_reply'),
  );
  return (
    <>
      {clock ? (
        <ClockPart clock={clock} />
      ) : (
        <Part title="Clock">
          <p className="text-soft">{turns[ticket.state]}</p>
        </Part>
      )}
      <Customer {...known} />
      <Part title={uses_known ? 'Services now' : 'Services now (which ones they use is not known)'}>
        {services.length === 0 && <p className="text-soft">They use none of our services.</p>}
        <ul>
          {services.map(({ id, name, state }) => (
            <li key={id} className="flex items-center justify-between gap-3">
              <span className="truncate">{name}</span>
              <span className="shrink-0">
                <ServiceState state={state} />
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Promises due">
        {promises.length === 0 && <p className="text-soft">Nothing else is promised.</p>}
        <ul className="flex flex-col gap-1">
          {promises.map((promise) => (
            <li key={promise.id} className="flex items-baseline justify-between gap-3">
              <span className="line-clamp-2 min-w-0" dir="auto">
                {promise.text}
              </span>
              <span className="shrink-0 text-sm">
                {promise.state === 'late' && <PromiseState promise={promise} />}{' '}
                {promise.due_at ? <Moment at={promise.due_at} /> : 'no date'}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Earlier tickets={earlier} />
    </>
  );
}
