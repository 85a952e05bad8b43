// Addresses to which announcements do not go; a person can take one off the list.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { flat } from '@/api/queries';
import { useMay } from '@/app/session';
import { brandsQuery } from '@/app/shared_queries';
import { causeWords, serverWords } from '@/app/unreached';
import { AtEnd } from '@/design/at_end';
import { Button } from '@/design/button';
import { Day } from '@/design/moment';
import { Empty, Failure, Skeleton } from '@/design/states';
import { type Column, Table } from '@/design/table';
import { Chip } from '@/design/tone';
import { LiftDialog } from './lift_dialog';
import { type Suppression, suppressionsQuery } from './queries';
import { scopeWords } from './words';

export function Blocked() {
  const list = useInfiniteQuery(suppressionsQuery);
  const mayAccounts = useMay('read_accounts');
  const mayLift = useMay('write_accounts');
  const brands = useQuery({ ...brandsQuery, enabled: mayAccounts }).data?.items ?? [];
  const [lifted, setLifted] = useState<Suppression>();
  const rows = flat(list.data);
  if (list.isPending) return <Skeleton lines={6} className="px-4 py-2" />;
  if (list.isLoadingError)
    return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0)
    return (
      <Empty icon={MailCheck} title="Every address takes our mail">
        An address comes here when its server says that it does not exist, when our mail keeps
        coming back, when its owner complains, or when one of us blocks it.
      </Empty>
    );
  const brandName = (id: string) => brands.find((brand) => brand.id === id)?.name;
  return (
    <>
      <Table
        caption="Addresses to which announcements do not go"
        columns={columnsFor(brandName, mayLift ? setLifted : undefined)}
        rows={rows}
        rowKey={({ id }) => id}
      />
      {list.hasNextPage && (
        <AtEnd key={rows.length} onReach={() => !list.isFetching && void list.fetchNextPage()} />
      )}
      {lifted && <LiftDialog suppression={lifted} onClose={() => setLifted(undefined)} />}
    </>
  );
}

function columnsFor(
  brandName: (id: string) => string | undefined,
  onLift: ((suppression: Suppression) => void) | undefined,
): Column<Suppression>[] {
  const columns: Column<Suppression>[] = [
    { name: 'Who', cell: (suppression) => <Who suppression={suppression} /> },
    { name: 'Why', cell: (suppression) => <Why suppression={suppression} /> },
    { name: 'Does not get', cell: (suppression) => scopeWords(suppression, brandName) },
    {
      name: 'Since',
      cell: ({ since }) => (
        <span className="whitespace-nowrap">
          <Day at={since} />
        </span>
      ),
    },
  ];
  if (!onLift) return columns;
  return [
    ...columns,
    {
      name: 'Actions',
      actions: true,
      end: true,
      cell: (suppression) => (
        <Button
          look="quiet"
          className="whitespace-nowrap"
          aria-label={`Write again to ${suppression.address}`}
          onPress={() => onLift(suppression)}
        >
          Write again
        </Button>
      ),
    },
  ];
}

function Who({ suppression }: { suppression: Suppression }) {
  const { address, contact_name, account, account_name } = suppression;
  return (
    <>
      {contact_name && (
        <span className="block font-medium" dir="auto">
          {contact_name}
        </span>
      )}
      <span
        className={`block wrap-anywhere sm:min-w-56 ${contact_name ? 'text-sm text-soft' : ''}`}
      >
        {address}
      </span>
      {account && (
        <Link
          to="/accounts/$id"
          params={{ id: account }}
          className="text-link underline underline-offset-2"
          dir="auto"
        >
          {account_name}
        </Link>
      )}
    </>
  );
}

function Why({ suppression: { cause, reason, bounce } }: { suppression: Suppression }) {
  return (
    <>
      <Chip tone="bad" icon="off">
        {causeWords[cause]}
      </Chip>
      <span className="mt-0.5 block wrap-anywhere text-sm text-soft" dir="auto">
        {serverWords(cause, reason)}
      </span>
      {bounce && (
        <Link
          to="/deliverability"
          search={{ bounce }}
          resetScroll={false}
          className="text-link text-sm underline underline-offset-2"
        >
          What came back
        </Link>
      )}
    </>
  );
}
