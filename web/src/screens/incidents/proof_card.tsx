// The list that proves it: who was told, when and by what; who was not, and why.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Download, Printer } from 'lucide-react';
import { flat } from '@/api/queries';
import { FateChip } from '@/app/fate_chip';
import { reasonWords } from '@/app/fates';
import type { Side } from '@/app/router';
import { useTyped } from '@/app/typed';
import { Button, buttonLook } from '@/design/button';
import { Choice, SearchField } from '@/design/field';
import { Moment } from '@/design/moment';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { type Column, Table } from '@/design/table';
import { grouped } from '@/design/words';
import {
  csvOf,
  type Delivery,
  lineKey,
  linesQuery,
  type Proof,
  type ProofOf,
  proofQuery,
} from '@/screens/proof/data';
import { ProofCounts } from '@/screens/proof/proof_counts';
import { ContactLog } from './contact_log';
import { useNoticeNames } from './notice_names';

const route = getRouteApi('/inside/incidents/$id');
const atOnce = 50;

const columnsFor = (onContact: (contact: string) => void): Column<Delivery>[] => [
  {
    name: 'Who',
    cell: ({ contact, name, address }) => (
      <>
        {contact ? (
          <Button
            look="quiet"
            className="-ms-3 text-start underline decoration-edge underline-offset-3"
            onPress={() => onContact(contact)}
          >
            <span dir="auto">{name || address}</span>
          </Button>
        ) : (
          <span className="font-medium">{name || address}</span>
        )}
        {name && <span className="block text-sm text-soft">{address}</span>}
      </>
    ),
  },
  { name: 'Account', cell: ({ account_name }) => <span dir="auto">{account_name}</span> },
  {
    name: 'Outcome',
    cell: ({ state }) => <FateChip state={state} />,
  },
  {
    name: 'Reason or answer',
    cell: ({ reason }) => <span className="text-sm text-soft">{reasonWords(reason)}</span>,
  },
  { name: 'When', end: true, cell: ({ at }) => at && <Moment at={at} /> },
];

export function ProofCard({ incident }: { incident: string }) {
  const of = { room: 'incidents', id: incident } as const;
  const proof = useQuery(proofQuery(of));
  return (
    <Card
      title="Proof"
      flush
      aside={
        <span className="flex flex-wrap gap-2">
          <Link to="/incidents/$id/proof" params={{ id: incident }} className={buttonLook('plain')}>
            <Printer aria-hidden className="size-4" /> Print
          </Link>
          <a href={csvOf(of)} download className={buttonLook('plain')}>
            <Download aria-hidden className="size-4" /> Download CSV
          </a>
        </span>
      }
    >
      {proof.isPending ? (
        <Skeleton lines={8} className="px-4" />
      ) : proof.isLoadingError ? (
        <Failure error={proof.error} onRetry={() => void proof.refetch()} />
      ) : (
        <>
          <div className="px-4 pt-1 pb-3 max-sm:pt-3">
            <ProofCounts proof={proof.data} />
          </div>
          <Deliveries of={of} counts={proof.data} />
        </>
      )}
    </Card>
  );
}

function Deliveries({ of, counts }: { of: ProofOf; counts: Proof }) {
  const { proof: side, q = '', contact } = route.useSearch();
  const noticeName = useNoticeNames(of.id);
  const navigate = route.useNavigate();
  const here = { ...(side ? { proof: side } : {}), ...(q ? { q } : {}) };
  const lines = useInfiniteQuery({
    ...linesQuery(of, { ...(side ? { side } : {}), ...(q ? { q } : {}) }, atOnce),
    placeholderData: keepPreviousData,
  });
  const rows = flat(lines.data);
  const change = (next: { proof?: Side; q?: string }) =>
    void navigate({ search: next, replace: true, resetScroll: false });
  const show = (next: { contact?: string }) =>
    void navigate({ search: { ...here, ...next }, resetScroll: false });
  const [typed, type] = useTyped(q, (next) =>
    change({ ...(side ? { proof: side } : {}), ...(next ? { q: next } : {}) }),
  );
  if (lines.isPending) return <Skeleton lines={6} className="px-4" />;
  if (lines.isLoadingError)
    return <Failure error={lines.error} onRetry={() => void lines.refetch()} />;
  // It stood on the page alone: there is nothing to choose from.
  if (rows.length === 0 && !side && !q) return null;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-3">
        <Choice<Side | 'all'>
          label="Who"
          hideLabel
          value={side ?? 'all'}
          onChange={(next) =>
            change({ ...(next === 'all' ? {} : { proof: next }), ...(q ? { q } : {}) })
          }
          options={[
            { id: 'all', name: `All ${grouped(counts.exposed)}` },
            { id: 'told', name: `Told ${grouped(counts.told)}` },
            { id: 'on_the_way', name: `On the way ${grouped(counts.on_the_way)}` },
            { id: 'not_told', name: `Not told ${grouped(counts.not_told)}` },
          ]}
        />
        <div className="min-w-48 max-w-80 grow">
          <SearchField
            label="Search the proof"
            placeholder="Name, address, account, reason"
            value={typed}
            onChange={type}
          />
        </div>
      </div>
      <div className="border-line border-t">
        {rows.length === 0 ? (
          <p className="px-4 py-6 text-center text-soft">
            No delivery is like that. Choose “All”, or search for less.
          </p>
        ) : (
          <Table
            caption="Deliveries of this incident"
            columns={columnsFor((id) => show({ contact: id }))}
            rows={rows}
            rowKey={lineKey}
          />
        )}
      </div>
      {lines.hasNextPage && (
        <div className="border-line border-t px-4 py-2">
          <Button isPending={lines.isFetchingNextPage} onPress={() => void lines.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
      {contact && (
        <ContactLog
          incident={of.id}
          contact={contact}
          noticeName={noticeName}
          onClose={() => show({})}
        />
      )}
    </>
  );
}
