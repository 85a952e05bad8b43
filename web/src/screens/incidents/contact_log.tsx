// What one contact got from us about an incident: every notice, on every channel.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { flat } from '@/api/queries';
import { channelNames } from '@/app/channels';
import { FateChip } from '@/app/fate_chip';
import { reasonWords } from '@/app/fates';
import { useMay } from '@/app/session';
import { contactQuery } from '@/app/shared_queries';
import { Unreachable } from '@/app/unreachable';
import { Dialog } from '@/design/dialog';
import { Failure } from '@/design/states';
import { exact } from '@/design/words_of_time';
import { lineKey, linesQuery } from '@/screens/proof/data';

export function ContactLog({
  incident,
  contact,
  noticeName,
  onClose,
}: {
  incident: string;
  contact: string;
  noticeName: (notice: string) => string;
  onClose: () => void;
}) {
  const mayAccounts = useMay('read_accounts');
  const now = useQuery({ ...contactQuery(contact), enabled: mayAccounts }).data;
  const lines = useInfiniteQuery(linesQuery({ room: 'incidents', id: incident }, { contact }));
  const rows = flat(lines.data);
  const first = rows[0];
  if (lines.isLoadingError)
    return (
      <Dialog title="What he got from us" isOpen onClose={onClose}>
        <Failure error={lines.error} onRetry={() => void lines.refetch()} />
      </Dialog>
    );
  if (!first) return null;
  return (
    <Dialog title={`What ${first.name || first.address} got from us`} isOpen wide onClose={onClose}>
      <div className="flex flex-col gap-3 pt-1">
        <p className="text-soft">
          {first.account && mayAccounts ? (
            <Link
              to="/accounts/$id"
              params={{ id: first.account }}
              className="text-link underline underline-offset-2"
              dir="auto"
            >
              {first.account_name}
            </Link>
          ) : (
            <span dir="auto">{first.account_name}</span>
          )}
        </p>
        {now?.unreachable && <Unreachable why={now.unreachable} />}
        <ul>
          {rows.map((row) => (
            <li
              key={lineKey(row)}
              className="grid gap-x-4 border-line border-t py-2 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]"
            >
              <div className="min-w-0">
                <span className="font-medium">{noticeName(row.notice)}</span>{' '}
                <span className="wrap-anywhere text-sm text-soft">
                  {channelNames[row.channel]}, {row.address}
                </span>
                {row.reason && (
                  <p className="wrap-anywhere text-sm text-soft" dir="auto">
                    {reasonWords(row.reason)}
                  </p>
                )}
              </div>
              <div className="sm:text-end">
                <FateChip state={row.state} />
                {row.at && (
                  <time className="block text-sm text-soft" dateTime={row.at}>
                    {exact(row.at)}
                  </time>
                )}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
