import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Gives } from '@/api/client';
import { languageName, localTime } from '@/app/places';
import { useMay } from '@/app/session';
import { topicNames } from '@/app/topics';
import { Unreachable } from '@/app/unreachable';
import { CopyIcon } from '@/design/copy';
import { useNow } from '@/design/moment';
import { Card } from '@/design/page';
import { listOf } from '@/design/words';
import { planQuery } from './queries';

type Contact = Gives<'/api/v1/accounts/{id}'>['contacts'][number];

type Topics = NonNullable<Contact['topics']>;

const named = (topics: Topics) => listOf(topics.map((topic) => topicNames[topic]));

function hears(own: Topics | null, plans: Topics | undefined): string {
  if (own?.length === 0) return 'Wants to hear nothing';
  if (own) return `Hears about ${named(own)}`;
  return `Hears what the plan says${plans ? `: ${named(plans)}` : ''}`;
}

function Line({
  account,
  contact,
  plans,
}: {
  account: string;
  contact: Contact;
  plans: Topics | undefined;
}) {
  const now = useNow();
  const mayWrite = useMay('write_accounts');
  const seesProof = useMay('read_proof');
  return (
    <li className="grid gap-x-6 gap-y-1 border-line border-t px-4 py-2 first:border-t-0 sm:grid-cols-2">
      <div className="min-w-0">
        <div className="flex min-h-8 items-center font-medium" dir="auto">
          {contact.name}
        </div>
        <div className="text-sm text-soft">
          {languageName(contact.language)}, {localTime(contact.zone, now)}
        </div>
        <div className="text-sm text-soft">{hears(contact.topics, plans)}</div>
        <div className="flex flex-wrap gap-x-4">
          {mayWrite && (
            <More account={account} search={{ contact: contact.id }} name={contact.name}>
              How to tell
            </More>
          )}
          {seesProof && (
            <More account={account} search={{ got: contact.id }} name={contact.name}>
              What he got
            </More>
          )}
        </div>
      </div>
      <div className="min-w-0">
        <div className="flex items-center gap-1">
          <a href={`mailto:${contact.email}`} className="truncate py-0.5 text-link underline">
            {contact.email}
          </a>
          <CopyIcon text={contact.email} what={`the address of ${contact.name}`} />
        </div>
        {contact.phone && (
          <div className="flex items-center gap-1">
            <a href={`tel:${contact.phone}`} className="py-0.5 text-link underline">
              {contact.phone}
            </a>
            <CopyIcon text={contact.phone} what={`the phone number of ${contact.name}`} />
          </div>
        )}
      </div>
      {contact.unreachable && (
        <div className="min-w-0 sm:col-span-2">
          <Unreachable why={contact.unreachable} />
        </div>
      )}
    </li>
  );
}

/** Opens over the account. */
function More({
  account,
  search,
  name,
  children,
}: {
  account: string;
  search: { contact: string } | { got: string };
  name: string;
  children: string;
}) {
  return (
    <Link
      to="/accounts/$id"
      params={{ id: account }}
      search={search}
      resetScroll={false}
      className="text-link text-sm underline underline-offset-2"
    >
      {children}
      <span className="sr-only">: {name}</span>
    </Link>
  );
}

export function Contacts({
  account,
  contacts,
  plan,
}: {
  account: string;
  contacts: readonly Contact[];
  plan: string;
}) {
  const mayRead = useMay('read_plans');
  const plans = useQuery({ ...planQuery(plan), enabled: mayRead }).data?.topics;
  return (
    <Card title="Contacts" flush>
      {contacts.length === 0 ? (
        <p className="px-4 pb-4 text-soft">
          Nobody yet: no notice reaches this account. A contact comes by import or by the API.
        </p>
      ) : (
        <ul className="pb-1">
          {contacts.map((contact) => (
            <Line key={contact.id} account={account} contact={contact} plans={plans} />
          ))}
        </ul>
      )}
    </Card>
  );
}
