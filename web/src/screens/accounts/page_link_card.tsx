// Where those on a plan, or one account, see what concerns them. Whoever knows the address sees it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link2, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Refused } from '@/api/problem';
import { useMay } from '@/app/session';
import { Button } from '@/design/button';
import { CopyIcon } from '@/design/copy';
import { Confirm } from '@/design/dialog';
import { Card } from '@/design/page';
import { Failure, Refusal, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { type PageLink, type PageOf, pageLinkQuery, renewPageLink } from './page_link';

const parts: { of: keyof PageLink; name: string }[] = [
  { of: 'calendar', name: 'Calendar' },
  { of: 'atom', name: 'Atom feed' },
  { of: 'rss', name: 'RSS feed' },
  { of: 'json', name: 'JSON' },
  { of: 'badge', name: 'Badge' },
  { of: 'banner', name: 'Banner' },
];

export function PageLinkCard({ of, who }: { of: PageOf; who: string }) {
  const link = useQuery(pageLinkQuery(of));
  const isNone = link.error instanceof Refused && link.error.code === 'page_link.none';
  return (
    <Card title="Their page">
      {link.isPending ? (
        <Skeleton lines={4} />
      ) : isNone ? (
        <>
          <p className="text-soft">
            {who} has no page of its own: it sees the public one, or that of its plan.
          </p>
          <Renew of={of} who={who} isFirst />
        </>
      ) : link.isLoadingError || !link.data ? (
        link.error && <Failure error={link.error} onRetry={() => void link.refetch()} />
      ) : (
        <>
          <p className="text-sm text-soft">
            Private: whoever knows an address sees the page, without signing in.
          </p>
          <Addresses link={link.data} who={who} />
          <Renew of={of} who={who} />
        </>
      )}
    </Card>
  );
}

function Addresses({ link, who }: { link: PageLink; who: string }) {
  return (
    <>
      <div className="mt-2 flex items-center gap-2">
        <a
          href={link.url}
          target="_blank"
          rel="noreferrer"
          className="min-w-0 break-all text-link underline underline-offset-2"
        >
          {link.url}
        </a>
        <CopyIcon text={link.url} what={`address of the page of ${who}`} />
      </div>
      <ul className="mt-1 grid grid-cols-2 gap-x-4">
        {parts.map(({ of, name }) => (
          <li key={of} className="flex items-center justify-between border-line border-t">
            <a
              href={link[of]}
              target="_blank"
              rel="noreferrer"
              className="text-link underline underline-offset-2"
            >
              {name}
            </a>
            <CopyIcon text={link[of]} what={`${name} address of ${who}`} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Renew({ of, who, isFirst = false }: { of: PageOf; who: string; isFirst?: boolean }) {
  const queries = useQueryClient();
  const mayWrite = useMay('write_accounts');
  const [isAsking, setAsking] = useState(false);
  const renew = useMutation({
    mutationFn: () => renewPageLink(of),
    onSuccess: (link) => {
      queries.setQueryData(pageLinkQuery(of).queryKey, link);
      setAsking(false);
      say(isFirst ? 'The page is there: send them its address.' : 'The old address leads nowhere.');
    },
  });
  if (!mayWrite) return null;
  if (isFirst)
    return (
      <div className="mt-3 flex flex-col items-start gap-2">
        <Button isPending={renew.isPending} onPress={() => renew.mutate()}>
          <Link2 aria-hidden className="size-4" /> Give it a page
        </Button>
        <Refusal error={renew.error} />
      </div>
    );
  return (
    <>
      <Button className="mt-3" onPress={() => setAsking(true)}>
        <RefreshCw aria-hidden className="size-4" /> Make a new address
      </Button>
      <Confirm
        title={`A new address for the page of ${who}?`}
        text={
          <div className="flex flex-col gap-3">
            <p>
              The old one leads nowhere at once, in browsers, calendars and feed readers. Do it when
              somebody knows it who should not, and send them the new one.
            </p>
            <Refusal error={renew.error} />
          </div>
        }
        verb="Make a new address"
        isOpen={isAsking}
        isPending={renew.isPending}
        onConfirm={() => renew.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
