// Who would hear of it, counted by the rule that decides it when it is published.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { UserSearch } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/design/button';
import { Failure, Skeleton } from '@/design/states';
import { Mark } from '@/design/tone';
import { countOf, grouped } from '@/design/words';
import { withheldReason } from './audience_words';
import { type Audience, audienceQuery, type Topic } from './data';
import { PeopleDialog } from './people_dialog';

const channelNames: Record<Audience['channels'][number]['channel'], string> = {
  mail: 'by mail',
  sms: 'by SMS',
  push: 'in the browser',
  webhook: 'by webhook',
};

export function AudienceCard({
  services,
  topic,
  account = null,
}: {
  services: readonly string[];
  topic: Topic;
  /** Whose trouble it is, where it is nobody else's. */
  account?: string | null;
}) {
  const audience = useQuery({
    ...audienceQuery(services, topic, account),
    placeholderData: keepPreviousData,
  });
  const [isListing, setListing] = useState(false);
  if (services.length === 0 && !account)
    return <p className="text-soft">Name services, and it is counted who hears of it.</p>;
  if (audience.isPending) return <Skeleton lines={5} />;
  if (audience.isLoadingError)
    return <Failure error={audience.error} onRetry={() => void audience.refetch()} />;
  return (
    <div
      className={`flex flex-col gap-2 ${audience.isPlaceholderData ? 'opacity-60' : ''}`}
      aria-live="polite"
      aria-busy={audience.isPlaceholderData}
    >
      <Counted audience={audience.data} />
      <div>
        <Button onPress={() => setListing(true)}>
          <UserSearch aria-hidden className="size-4" /> Why is somebody in or out?
        </Button>
      </div>
      {isListing && (
        <PeopleDialog
          services={services}
          topic={topic}
          account={account}
          onClose={() => setListing(false)}
        />
      )}
    </div>
  );
}

function Counted({ audience }: { audience: Audience }) {
  return (
    <>
      <p>
        <strong className="text-xl">{grouped(audience.will_be_told)}</strong> will be told
        {audience.channels.map(({ channel }) => ` ${channelNames[channel]}`).join(' and')}
        <span className="block text-soft">
          of {countOf(audience.contacts, 'contact')} at {countOf(audience.accounts, 'account')}
        </span>
      </p>
      {audience.plans.length > 0 && (
        <table className="w-full">
          <caption className="sr-only">By plan</caption>
          <thead className="text-sm text-soft">
            <tr>
              <th scope="col" className="text-start font-medium">
                Plan
              </th>
              <th scope="col" className="text-end font-medium">
                Accounts
              </th>
              <th scope="col" className="text-end font-medium">
                Told
              </th>
            </tr>
          </thead>
          <tbody>
            {audience.plans.map((plan) => (
              <tr key={plan.plan} className="border-line border-t">
                <th scope="row" className="py-0.5 text-start font-normal">
                  {plan.name}
                </th>
                <td className="text-end">{grouped(plan.accounts)}</td>
                <td className="text-end">
                  {grouped(plan.will_be_told)} of {grouped(plan.contacts)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul className="flex flex-col gap-0.5">
        {audience.withheld.map(({ reason, contacts }) => (
          <li key={reason}>
            <Mark tone="unk" icon="off">
              {grouped(contacts)} not told: {withheldReason(reason)}
            </Mark>
          </li>
        ))}
        {audience.unknown_exposure > 0 && (
          <li>
            <Mark tone="warn" icon="unk">
              {countOf(audience.unknown_exposure, 'account')} told because we do not know what they
              use.
            </Mark>
          </li>
        )}
      </ul>
    </>
  );
}
