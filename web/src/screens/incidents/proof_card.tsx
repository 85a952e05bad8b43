// The list that proves it: who was told, when and by what; who was not, and why.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Download, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { FateChip } from '@/app/fate_chip';
import { reasonWords } from '@/app/fates';
import type { ProofView } from '@/app/router';
import { useTyped } from '@/app/typed';
import { Button, buttonLook } from '@/design/button';
import { Choice, SearchField } from '@/design/field';
import { Moment } from '@/design/moment';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { type Column, Table } from '@/design/table';
import { grouped } from '@/design/words';
import { ContactLog } from './contact_log';
import { type Delivery, proofQuery } from './data';
import { useNoticeNames } from './notice_names';
import { ProofCounts } from './proof_counts';
import { filtered, sidesOf, whose } from './proof_words';

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
  const proof = useQuery(proofQuery(incident));
  const deliveries = proof.data?.deliveries;
  const sides = useMemo(() => sidesOf(deliveries ?? []), [deliveries]);
  return (
    <Card
      title="Proof"
      flush
      aside={
        <span className="flex flex-wrap gap-2">
          <Link to="/incidents/$id/proof" params={{ id: incident }} className={buttonLook('plain')}>
            <Printer aria-hidden className="size-4" /> Print
          </Link>
          <a
            href={`/api/v1/incidents/${incident}/proof.csv`}
            download
            className={buttonLook('plain')}
          >
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
          <div className="px-4 pt-1 pb-3">
            <ProofCounts {...proof.data} isMoving={countSide(sides, 'on_the_way') > 0} />
          </div>
          {proof.data.deliveries.length > 0 && (
            <Deliveries incident={incident} all={proof.data.deliveries} sides={sides} />
          )}
        </>
      )}
    </Card>
  );
}

type Sides = ReadonlyMap<string, ProofView>;

const countSide = (sides: Sides, side: ProofView) =>
  [...sides.values()].filter((each) => each === side).length;

function Deliveries({
  incident,
  all,
  sides,
}: {
  incident: string;
  all: readonly Delivery[];
  sides: Sides;
}) {
  const { proof, q = '', contact } = route.useSearch();
  const noticeName = useNoticeNames(incident);
  const navigate = route.useNavigate();
  const [shown, setShown] = useState(atOnce);
  const rows = filtered(all, sides, proof, q);
  const here = { ...(proof ? { proof } : {}), ...(q ? { q } : {}) };
  const change = (next: { proof?: ProofView; q?: string }) => {
    setShown(atOnce);
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const show = (next: { contact?: string }) =>
    void navigate({ search: { ...here, ...next }, resetScroll: false });
  const [typed, type] = useTyped(q, (next) =>
    change({ ...(proof ? { proof } : {}), ...(next ? { q: next } : {}) }),
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-3">
        <Choice<ProofView | 'all'>
          label="Who"
          hideLabel
          value={proof ?? 'all'}
          onChange={(side) =>
            change({ ...(side === 'all' ? {} : { proof: side }), ...(q ? { q } : {}) })
          }
          options={[
            { id: 'all', name: `All ${grouped(sides.size)}` },
            { id: 'told', name: `Told ${grouped(countSide(sides, 'told'))}` },
            { id: 'on_the_way', name: `On the way ${grouped(countSide(sides, 'on_the_way'))}` },
            { id: 'not_told', name: `Not told ${grouped(countSide(sides, 'not_told'))}` },
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
            rows={rows.slice(0, shown)}
            rowKey={(row) => `${row.notice} ${whose(row)} ${row.channel}`}
          />
        )}
      </div>
      {rows.length > shown && (
        <div className="flex items-center gap-3 border-line border-t px-4 py-2">
          <Button onPress={() => setShown(shown + 4 * atOnce)}>Show more</Button>
          <span className="text-sm text-soft">
            {grouped(shown)} of {grouped(rows.length)}
          </span>
        </div>
      )}
      {contact && (
        <ContactLog
          contact={contact}
          deliveries={all}
          noticeName={noticeName}
          onClose={() => show({})}
        />
      )}
    </>
  );
}
