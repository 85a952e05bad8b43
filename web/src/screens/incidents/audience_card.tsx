// Who would hear of it, counted by the rule that decides it when it is published.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { UserSearch } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/design/button';
import { Failure, Skeleton } from '@/design/states';
import { AudienceCounts } from './audience_counts';
import { audienceQuery, type Topic } from './data';
import { PeopleDialog } from './people_dialog';

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
      <AudienceCounts audience={audience.data} />
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
