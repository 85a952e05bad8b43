// All that was said to one contact, newest first: by which channel, to which address, with the answer.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Mails } from 'lucide-react';
import { flat } from '@/api/queries';
import { channelNames } from '@/app/channels';
import { FateChip } from '@/app/fate_chip';
import { reasonWords } from '@/app/fates';
import { AtEnd } from '@/design/at_end';
import { Dialog } from '@/design/dialog';
import { Moment } from '@/design/moment';
import { Empty, Failure, Skeleton } from '@/design/states';
import { countOf } from '@/design/words';
import { type Logged, logQuery } from './queries';

export function LogDialog({
  contact,
  name,
  onClose,
}: {
  contact: string;
  name: string;
  onClose: () => void;
}) {
  const log = useInfiniteQuery(logQuery(contact));
  const rows = flat(log.data);
  return (
    <Dialog title={`What ${name} got from us`} isOpen wide onClose={onClose}>
      <div className="min-h-[30vh]">
        {log.isPending ? (
          <Skeleton lines={8} />
        ) : log.isLoadingError ? (
          <Failure error={log.error} onRetry={() => void log.refetch()} />
        ) : rows.length === 0 ? (
          <Empty icon={Mails} title="Nothing was sent yet">
            Notices and answers to tickets stand here, each with what became of it.
          </Empty>
        ) : (
          <ul>
            {rows.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </ul>
        )}
        {log.hasNextPage && (
          <AtEnd key={rows.length} onReach={() => !log.isFetching && void log.fetchNextPage()} />
        )}
      </div>
    </Dialog>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function NoticeLine({ notice }: { notice: Logged }) {
  return (
    <li className="border-line border-t py-2.5 first:border-t-0">
      <About notice={notice} />
      <p className="text-sm text-soft">
        {notice.state ? capital(notice.state) : 'Letter'}, said <Moment at={notice.made_at} />
      </p>
      <ul className="mt-1 flex flex-col gap-1">
        {notice.deliveries.map((delivery) => (
          <DeliveryLine key={delivery.channel} delivery={delivery} />
        ))}
      </ul>
    </li>
  );
}

function DeliveryLine({ delivery }: { delivery: Logged['deliveries'][number] }) {
  const { channel, address, state, reason, attempts, at, due_at, in_digest } = delivery;
  return (
    <li className="text-sm">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <FateChip state={state} />
        <span className="wrap-anywhere min-w-0">
          {channelNames[channel]}, {address}
        </span>
        <span className="text-soft">
          {at && <Moment at={at} />}
          {in_digest && ', in a digest'}
          {attempts > 1 && `, ${countOf(attempts, 'attempt')}`}
          {due_at && attempts > 0 && (
            <>
              , tried again <Moment at={due_at} />
            </>
          )}
        </span>
      </div>
      {reason && (
        <p className="wrap-anywhere text-soft" dir="auto">
          {reasonWords(reason)}
        </p>
      )}
    </li>
  );
}

/** Its title, as a link to where it stands. */
function About({ notice: { about, title } }: { notice: Logged }) {
  const look = 'wrap-anywhere font-medium text-link underline underline-offset-2';
  const words = title || 'Cannot be read any more';
  if (about.startsWith('inc_'))
    return (
      <Link to="/incidents/$id" params={{ id: about }} className={look} dir="auto">
        {words}
      </Link>
    );
  if (about.startsWith('win_'))
    return (
      <Link to="/windows" search={{ window: about }} className={look} dir="auto">
        {words}
      </Link>
    );
  if (about.startsWith('not_'))
    return (
      <Link to="/news" className={look} dir="auto">
        {words}
      </Link>
    );
  if (about.startsWith('tkt_'))
    return (
      <Link to="/tickets/$id" params={{ id: about }} className={look} dir="auto">
        {words}
      </Link>
    );
  return (
    <span className="wrap-anywhere font-medium" dir="auto">
      {words}
    </span>
  );
}
