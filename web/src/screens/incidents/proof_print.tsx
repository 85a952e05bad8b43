// The whole proof on one page, made to be printed: what was said of, the counts, every line.
import { useQuery } from '@tanstack/react-query';
import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { channelNames } from '@/app/channels';
import { FateChip } from '@/app/fate_chip';
import { reasonWords } from '@/app/fates';
import { Button, buttonLook } from '@/design/button';
import { Card, PageHead } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { type Column, Table } from '@/design/table';
import { Notice } from '@/design/tone';
import { countOf, grouped } from '@/design/words';
import { exact } from '@/design/words_of_time';
import type { Delivery, Proof, ProofQuery } from './data';
import { ProofCounts } from './proof_counts';
import { sidesOf, whose } from './proof_words';

/** More lines than this are put on the page only when somebody asks for them. */
const manyLines = 2_000;
/** What fits on a sheet of A4, about. */
const linesOnPage = 25;

export function ProofPrint({
  title,
  query,
  csv,
  noticeName,
}: {
  /** Of the incident or window; undefined while it is not known. */
  title: string | undefined;
  query: ProofQuery;
  csv: string;
  noticeName: (notice: string) => string;
}) {
  const proof = useQuery(query);
  return (
    <>
      <PageHead
        title={title ? `Proof of notice: ${title}` : 'Proof of notice'}
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            <a href={csv} download className={buttonLook()}>
              <Download aria-hidden className="size-4" /> Download CSV
            </a>
            <Button look="main" isDisabled={!proof.data} onPress={() => window.print()}>
              <Printer aria-hidden className="size-4" /> Print
            </Button>
          </span>
        }
      >
        {proof.data && (
          <>
            As it stood on{' '}
            <time dateTime={new Date(proof.dataUpdatedAt).toISOString()}>
              {exact(new Date(proof.dataUpdatedAt).toISOString())}
            </time>
          </>
        )}
      </PageHead>
      <div className="px-4 pb-8 md:px-6">
        {proof.isPending ? (
          <Skeleton lines={10} />
        ) : proof.isLoadingError ? (
          <Failure error={proof.error} onRetry={() => void proof.refetch()} />
        ) : (
          <Lines proof={proof.data} noticeName={noticeName} />
        )}
      </div>
    </>
  );
}

function Lines({ proof, noticeName }: { proof: Proof; noticeName: (notice: string) => string }) {
  const [isAll, setAll] = useState(false);
  const all = proof.deliveries;
  const isMoving = [...sidesOf(all).values()].includes('on_the_way');
  const isLong = all.length > manyLines && !isAll;
  return (
    <div className="flex flex-col gap-4">
      {proof.told === 0 && proof.exposed > 0 && (
        <Notice tone="bad">
          <b className="font-semibold">0 of {grouped(proof.exposed)} told.</b> A page alone tells
          nobody.
        </Notice>
      )}
      <ProofCounts {...proof} isMoving={isMoving} />
      {isLong ? (
        <div className="flex flex-col items-start gap-3 print:hidden">
          <p>
            {countOf(all.length, 'line')} are about{' '}
            {countOf(Math.ceil(all.length / linesOnPage), 'page')}. The CSV has them all, too.
          </p>
          <Button onPress={() => setAll(true)}>Show all of them here</Button>
        </div>
      ) : all.length === 0 ? (
        <p className="text-soft">
          {proof.exposed > 0
            ? 'No delivery was made: it stood on the page alone.'
            : 'No delivery was made: nobody was to be told.'}
        </p>
      ) : (
        <Card flush>
          <Table
            caption="Every delivery"
            columns={columnsFor(noticeName)}
            rows={all}
            rowKey={(row) => `${row.notice} ${whose(row)} ${row.channel}`}
          />
        </Card>
      )}
    </div>
  );
}

const columnsFor = (noticeName: (notice: string) => string): Column<Delivery>[] => [
  {
    name: 'Who',
    cell: ({ name, address, account_name }) => (
      <span className="block sm:min-w-52">
        <span className="font-medium" dir="auto">
          {name || address}
        </span>
        {account_name && (
          <span className="text-sm text-soft" dir="auto">
            , {account_name}
          </span>
        )}
        {name && <span className="block wrap-anywhere text-sm text-soft">{address}</span>}
      </span>
    ),
  },
  {
    name: 'What',
    cell: ({ notice, channel }) => (
      <>
        <span className="whitespace-nowrap">{noticeName(notice)}</span>
        <span className="block text-sm text-soft">{channelNames[channel]}</span>
      </>
    ),
  },
  {
    name: 'Outcome',
    cell: ({ state, reason }) => (
      <>
        <FateChip state={state} />
        <span className="block wrap-anywhere text-sm text-soft" dir="auto">
          {reasonWords(reason)}
        </span>
      </>
    ),
  },
  {
    name: 'When',
    cell: ({ at }) =>
      at && (
        <time dateTime={at} className="text-sm md:whitespace-nowrap print:whitespace-nowrap">
          {exact(at)}
        </time>
      ),
  },
];
