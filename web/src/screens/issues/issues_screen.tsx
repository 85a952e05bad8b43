// Faults that stay for a while: what helps meanwhile, and until when they are fixed.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { flat } from '@/api/queries';
import { useMay } from '@/app/session';
import { Button } from '@/design/button';
import { Card, PageHead } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { CloseDialog } from './close_dialog';
import { type Issue, issuesQuery } from './data';
import { IssueDialog } from './issue_dialog';
import { IssueLine } from './issue_line';

type Doing = { what: 'add' } | { what: 'change' | 'close'; issue: Issue };

export function IssuesScreen() {
  const mayPublish = useMay('publish_status');
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  return (
    <>
      <PageHead
        title="Known issues"
        actions={
          mayPublish && (
            <Button look="main" onPress={() => setDoing({ what: 'add' })}>
              <Plus aria-hidden className="size-4" /> Add a known issue
            </Button>
          )
        }
      >
        What we know to be wrong and have not fixed yet. Closing one tells those who asked.
      </PageHead>
      <div className="settles flex flex-col gap-4 px-4 pb-8 md:px-6">
        <Issues
          title="Open"
          none="No issue is known."
          open
          {...(mayPublish
            ? {
                onChange: (issue: Issue) => setDoing({ what: 'change', issue }),
                onEnd: (issue: Issue) => setDoing({ what: 'close', issue }),
              }
            : {})}
        />
        <Issues title="Closed" none="None was closed yet." open={false} />
      </div>
      {doing?.what === 'close' ? (
        <CloseDialog issue={doing.issue} onClose={done} />
      ) : (
        doing && (
          <IssueDialog issue={doing.what === 'change' ? doing.issue : undefined} onClose={done} />
        )
      )}
    </>
  );
}

function Issues({
  title,
  none,
  open,
  onChange,
  onEnd,
}: {
  title: string;
  none: string;
  open: boolean;
  onChange?: (issue: Issue) => void;
  onEnd?: (issue: Issue) => void;
}) {
  const issues = useInfiniteQuery(issuesQuery(open));
  const rows = flat(issues.data);
  return (
    <Card title={title} flush>
      {issues.isPending ? (
        <Skeleton lines={3} className="px-4 pb-2" />
      ) : issues.isLoadingError ? (
        <Failure error={issues.error} onRetry={() => void issues.refetch()} />
      ) : rows.length === 0 ? (
        <p className="px-4 pt-1 pb-4 text-soft">{none}</p>
      ) : (
        <ul>
          {rows.map((issue) => (
            <IssueLine
              key={issue.id}
              issue={issue}
              actions={
                onChange &&
                onEnd && (
                  <>
                    <Button onPress={() => onChange(issue)}>Change …</Button>
                    <Button onPress={() => onEnd(issue)}>Close …</Button>
                  </>
                )
              }
            />
          ))}
        </ul>
      )}
      {issues.hasNextPage && (
        <div className="px-4 pb-3">
          <Button isPending={issues.isFetchingNextPage} onPress={() => void issues.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </Card>
  );
}
