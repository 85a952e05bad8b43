// Mails that came back, newest first.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { flat } from '@/api/queries';
import { AtEnd } from '@/design/at_end';
import { Button } from '@/design/button';
import { Moment } from '@/design/moment';
import { Empty, Failure, Skeleton } from '@/design/states';
import { type Column, Table } from '@/design/table';
import { OutcomeChip } from './outcome_chip';
import { type Bounce, bouncesQuery } from './queries';

export function Bounces({
  outcome,
  onOpen,
}: {
  outcome: Bounce['outcome'] | undefined;
  onOpen: (id: string) => void;
}) {
  const list = useInfiniteQuery({
    ...bouncesQuery(outcome),
    placeholderData: keepPreviousData,
  });
  const rows = flat(list.data);
  if (list.isPending) return <Skeleton lines={6} className="px-4 py-2" />;
  if (list.isLoadingError)
    return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0)
    return outcome ? (
      <Empty icon={MailCheck} title="Nothing to look at">
        What comes back and proves no mail of ours waits here until somebody has looked at it.
      </Empty>
    ) : (
      <Empty icon={MailCheck} title="Nothing has come back">
        Reports of mail servers, complaints and absence notes are shown here.
      </Empty>
    );
  return (
    <>
      <Table
        caption={outcome ? 'Mails that nobody could attribute' : 'Mails that came back'}
        columns={columnsFor(outcome === undefined, onOpen)}
        rows={rows}
        rowKey={({ id }) => id}
      />
      {list.hasNextPage && (
        <AtEnd key={rows.length} onReach={() => !list.isFetching && void list.fetchNextPage()} />
      )}
    </>
  );
}

function columnsFor(isMixed: boolean, onOpen: (id: string) => void): Column<Bounce>[] {
  return [
    {
      name: 'Address',
      cell: ({ address, sender }) => (
        <>
          <span className="block wrap-anywhere font-medium sm:min-w-56">
            {address || 'names no address'}
          </span>
          <span className="block wrap-anywhere text-sm text-soft">from {sender || 'nobody'}</span>
        </>
      ),
    },
    {
      name: 'What it says',
      cell: ({ subject, words }) => (
        <>
          <span className="block" dir="auto">
            {subject || 'Without a subject'}
          </span>
          <span className="line-clamp-3 text-sm text-soft" dir="auto">
            {words}
          </span>
        </>
      ),
    },
    ...(isMixed ? [outcomeColumn] : []),
    {
      name: 'Came',
      cell: ({ received_at }) => (
        <span className="whitespace-nowrap">
          <Moment at={received_at} />
        </span>
      ),
    },
    {
      name: 'Actions',
      actions: true,
      end: true,
      cell: ({ id, subject, address }) => (
        <Button
          look="quiet"
          aria-label={`Read “${subject || 'Without a subject'}”${address ? ` about ${address}` : ''}`}
          onPress={() => onOpen(id)}
        >
          Read
        </Button>
      ),
    },
  ];
}

const outcomeColumn: Column<Bounce> = {
  name: 'Outcome',
  cell: ({ outcome }) => (
    <span className="whitespace-nowrap">
      <OutcomeChip outcome={outcome} />
    </span>
  ),
};
