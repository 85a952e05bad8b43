import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { flat } from '@/api/queries';
import { AtEnd } from '@/design/at_end';
import { Dialog } from '@/design/dialog';
import { SearchField } from '@/design/field';
import { Empty, Failure, Skeleton } from '@/design/states';
import { Chip } from '@/design/tone';
import { byChannels, whyWords } from './audience_words';
import { type Person, peopleQuery, type Topic } from './data';

/** Everybody in the audience, one by one, with the reason. */
export function PeopleDialog({
  services,
  topic,
  account,
  onClose,
}: {
  services: readonly string[];
  topic: Topic;
  account: string | null;
  onClose: () => void;
}) {
  const [wish, setWish] = useState('');
  const q = useDeferredValue(wish.trim());
  const people = useInfiniteQuery({
    ...peopleQuery(services, topic, q, account),
    placeholderData: keepPreviousData,
  });
  const rows = flat(people.data);
  return (
    <Dialog title="Why is somebody in or out?" isOpen wide onClose={onClose}>
      <div className="flex min-h-[50vh] flex-col gap-2 pt-1">
        <SearchField
          label="Find somebody"
          placeholder="Name, address, account"
          value={wish}
          onChange={setWish}
        />
        {people.isPending ? (
          <Skeleton lines={8} />
        ) : people.isLoadingError ? (
          <Failure error={people.error} onRetry={() => void people.refetch()} />
        ) : rows.length === 0 ? (
          <Empty icon={SearchX} title={q ? `Nobody is called “${q}”` : 'Nobody is affected'}>
            Whoever does not use these services is not in the list and not told.
          </Empty>
        ) : (
          <ul>
            {rows.map((person) => (
              <PersonLine key={person.contact} person={person} />
            ))}
          </ul>
        )}
        {people.hasNextPage && (
          <AtEnd
            key={rows.length}
            onReach={() => !people.isFetching && void people.fetchNextPage()}
          />
        )}
      </div>
    </Dialog>
  );
}

function PersonLine({ person }: { person: Person }) {
  return (
    <li className="grid gap-x-4 border-line border-t py-1.5 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <span dir="auto" className="font-medium">
          {person.name || person.address}
        </span>{' '}
        <span className="text-soft" dir="auto">
          {person.address}
        </span>
        <div className="text-sm text-soft" dir="auto">
          {whyWords(person)}
        </div>
      </div>
      <div className="text-sm sm:text-end">
        {person.will_be_told ? (
          <Chip tone="ok">
            Told
            {person.channels.some((channel) => channel !== 'mail') && byChannels(person.channels)}
          </Chip>
        ) : (
          <Chip tone="unk" icon="off">
            Not told
          </Chip>
        )}
        <div className="text-soft">{person.plan_name}</div>
      </div>
    </li>
  );
}
