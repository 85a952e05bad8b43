import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { buttonLook } from '@/design/button';
import { Choice } from '@/design/field';
import { Moment } from '@/design/moment';
import { Fact, Facts } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { MailFrame } from './mail_frame';
import { type Mail, mailQuery } from './queries';

type Part = 'light' | 'dark' | 'text' | 'headers';

const parts = [
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
  { id: 'text', name: 'As text' },
  { id: 'headers', name: 'Headers' },
] as const;

/** Read with the arrow keys, so it can have the focus. */
function Scrolled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className="min-h-0 grow overflow-y-auto p-4 font-mono text-sm -outline-offset-2 md:p-6"
    >
      {children}
    </section>
  );
}

function Headers({ headers }: Pick<Mail, 'headers'>) {
  return (
    <dl>
      {headers.map(({ name, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header may stand twice, and none moves
        <div key={at} className="py-0.5">
          <dt className="inline font-semibold">{name}:</dt>{' '}
          <dd className="inline break-words" dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function MailView({ id }: { id: string }) {
  const mail = useQuery(mailQuery(id));
  const [wanted, setPart] = useState<Part>('light');
  if (mail.isPending) return <Skeleton lines={10} className="p-6" />;
  if (mail.isLoadingError)
    return <Failure error={mail.error} onRetry={() => void mail.refetch()} />;

  const { subject, from, to, at, has_html, text, headers } = mail.data;
  const shown = parts.filter((each) => has_html || each.id === 'text' || each.id === 'headers');
  const part = shown.some((each) => each.id === wanted) ? wanted : 'text';
  return (
    <article aria-label={subject} className="flex min-h-0 min-w-0 flex-col">
      <div className="flex flex-col gap-2.5 border-line border-b px-4 py-3 md:px-6">
        <Link to="/outbox" className={`${buttonLook()} self-start md:hidden`}>
          <ArrowLeft aria-hidden className="size-4" /> All mails
        </Link>
        <h2 className="font-semibold text-lg" dir="auto">
          {subject}
        </h2>
        <Facts>
          <Fact name="From">{from}</Fact>
          <Fact name="To">{to}</Fact>
          <Fact name="Left">
            <Moment at={at} />
          </Fact>
        </Facts>
        <Choice label="Show it" hideLabel options={shown} value={part} onChange={setPart} />
      </div>
      {part === 'text' && (
        <Scrolled label="The mail as text">
          <pre className="whitespace-pre-wrap" dir="auto">
            {text}
          </pre>
        </Scrolled>
      )}
      {part === 'headers' && (
        <Scrolled label="The mail's headers">
          <Headers headers={headers} />
        </Scrolled>
      )}
      {(part === 'light' || part === 'dark') && <MailFrame id={id} scheme={part} title={subject} />}
    </article>
  );
}
