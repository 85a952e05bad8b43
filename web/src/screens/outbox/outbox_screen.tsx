// The mails that left, each as its reader sees it.
import { getRouteApi } from '@tanstack/react-router';
import { MailOpen, Mails, Send } from 'lucide-react';
import { Refused } from '@/api/problem';
import { flat } from '@/api/queries';
import { Grid } from '@/design/grid';
import { PageHead } from '@/design/page';
import { Empty, Failure, Skeleton } from '@/design/states';
import { MailLine } from './mail_line';
import { MailView } from './mail_view';
import { useOutbox } from './queries';

const route = getRouteApi('/inside/outbox');

export function OutboxScreen() {
  const { mail } = route.useSearch();
  const outbox = useOutbox();
  const rows = flat(outbox.data);
  const isElsewhere = outbox.error instanceof Refused && outbox.error.code === 'outbox.elsewhere';

  return (
    <div className="flex h-full flex-col">
      {/* On a phone the mail has the whole screen. */}
      <div className={mail ? 'max-md:sr-only' : ''}>
        <PageHead title="Outbox">Every mail that left, as its reader sees it</PageHead>
      </div>
      <div className="min-h-0 grow border-line border-t bg-card">
        {outbox.isPending ? (
          <Skeleton lines={12} className="px-6 py-3" />
        ) : isElsewhere ? (
          <Empty icon={Send} title="Your mails go out by a mail server">
            <p>
              This page shows mails only where Tellfirst keeps them in a folder of its own, as{' '}
              <code>tellfirst demo</code> does. What became of each notice stands in the proof of
              its incident.
            </p>
          </Empty>
        ) : outbox.isLoadingError ? (
          <Failure error={outbox.error} onRetry={() => void outbox.refetch()} />
        ) : rows.length === 0 ? (
          <Empty icon={Mails} title="No mail has left yet">
            Publish an incident or answer a ticket: the mail appears here by itself.
          </Empty>
        ) : (
          <div className="grid h-full md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
            <div className={`min-h-0 border-line border-e ${mail ? 'max-md:hidden' : ''}`}>
              <Grid
                label="Mails"
                rows={rows}
                rowHeight={64}
                current={mail}
                text={(line) => `${line.subject}, to ${line.to}`}
                href={(line) => `/outbox?mail=${encodeURIComponent(line.id)}`}
                onEnd={() =>
                  outbox.hasNextPage && !outbox.isFetching && void outbox.fetchNextPage()
                }
              >
                {(line) => <MailLine line={line} isShown={line.id === mail} />}
              </Grid>
            </div>
            {mail ? (
              <MailView key={mail} id={mail} />
            ) : (
              <div className="max-md:hidden">
                <Empty icon={MailOpen} title="Choose a mail">
                  It is shown here as its reader sees it, light and dark.
                </Empty>
              </div>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
