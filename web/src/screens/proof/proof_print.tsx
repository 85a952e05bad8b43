// The whole proof on one page, made to be printed: what was said of, the counts, every line.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Download, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { flat } from '@/api/queries';
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
import {
  csvOf,
  type Delivery,
  lineKey,
  linesQuery,
  type Proof,
  type ProofOf,
  proofQuery,
} from './data';
import { ProofCounts } from './proof_counts';

/** More lines than this are put on the page only when somebody asks for them. */
const manyLines = 2_000;
/** More than these no browser lays out in time, and nobody prints. */
const mostLines = 20_000;
/** What fits on a sheet of A4, about. */
const linesOnPage = 25;

export function ProofPrint({
  title,
  of,
  noticeName,
}: {
  /** Of the incident, the window or the news; undefined while it is not known. */
  title: string | undefined;
  of: ProofOf;
  noticeName: (notice: string) => string;
}) {
  const proof = useQuery(proofQuery(of));
  const lines = useLines(of);
  return (
    <>
      <PageHead
        title={title ? `Proof of notice: ${title}` : 'Proof of notice'}
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            <a href={csvOf(of)} download className={buttonLook()}>
              <Download aria-hidden className="size-4" /> Download CSV
            </a>
            <Button
              look="main"
              isDisabled={!proof.data || lines.isLoading}
              onPress={() => window.print()}
            >
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
        {proof.isPending || lines.isPending ? (
          <Skeleton lines={10} />
        ) : proof.isLoadingError ? (
          <Failure error={proof.error} onRetry={() => void proof.refetch()} />
        ) : lines.error ? (
          <Failure error={lines.error} onRetry={lines.retry} />
        ) : (
          <Lines
            proof={proof.data}
            lines={lines}
            isNews={of.room === 'news'}
            noticeName={noticeName}
          />
        )}
      </div>
    </>
  );
}

/** Reads on until all lines are there, or as many as are to stand on the page. */
function useLines(of: ProofOf) {
  const [wanted, want] = useState(manyLines);
  // What is printed stays as it was read: a fact would read all of its pages again.
  const pages = useInfiniteQuery({ ...linesQuery(of), staleTime: 'static', gcTime: 0 });
  const rows = flat(pages.data);
  const { hasNextPage, isFetching, isError, fetchNextPage } = pages;
  const isWanted = hasNextPage && rows.length < wanted;
  useEffect(() => {
    if (isWanted && !isFetching && !isError) void fetchNextPage();
  }, [isWanted, isFetching, isError, fetchNextPage]);
  return {
    rows,
    isPending: pages.isPending,
    isLoading: isWanted,
    hasMore: hasNextPage,
    error: pages.error,
    retry: () => void (rows.length > 0 ? fetchNextPage() : pages.refetch()),
    showAll: wanted === manyLines ? () => want(mostLines) : undefined,
  };
}

function Lines({
  proof,
  lines: { rows, isLoading, hasMore, showAll },
  isNews,
  noticeName,
}: {
  proof: Proof;
  lines: ReturnType<typeof useLines>;
  /** It has no page, and affects nobody. */
  isNews: boolean;
  noticeName: (notice: string) => string;
}) {
  return (
    <div className="flex flex-col gap-4">
      {proof.told === 0 && proof.exposed > 0 && (
        <Notice tone="bad">
          <b className="font-semibold">0 of {grouped(proof.exposed)} told.</b>{' '}
          {!isNews && 'A page alone tells nobody.'}
        </Notice>
      )}
      <ProofCounts proof={proof} whom={isNews ? 'readers' : 'affected'} />
      {isLoading ? (
        <p role="status" className="text-soft print:hidden">
          {countOf(rows.length, 'line')} so far …
        </p>
      ) : hasMore ? (
        <div className="flex flex-col items-start gap-3 print:hidden">
          <p>
            These are the first {countOf(rows.length, 'line')}, about{' '}
            {countOf(Math.ceil(rows.length / linesOnPage), 'page')}. The CSV has them all.
          </p>
          {showAll && <Button onPress={showAll}>Show more of them here</Button>}
        </div>
      ) : null}
      {rows.length === 0 ? (
        <p className="text-soft">
          {proof.exposed > 0
            ? 'No delivery was made: it stood on the page alone.'
            : 'No delivery was made: nobody was to be told.'}
        </p>
      ) : (
        !isLoading && (
          <Card flush>
            <Table
              caption={hasMore ? 'The first deliveries' : 'Every delivery'}
              columns={columnsFor(noticeName)}
              rows={rows}
              rowKey={lineKey}
            />
          </Card>
        )
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
