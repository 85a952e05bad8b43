// How the mails of each word are getting on; what waits can be taken back.
import { useQuery } from '@tanstack/react-query';
import { Moment } from '@/design/moment';
import { Failure, Skeleton } from '@/design/states';
import { Mark } from '@/design/tone';
import { grouped } from '@/design/words';
import { CopyText } from './copy_text';
import type { Notice, NoticesQuery } from './data';
import { Sending, Unapproved, Waiting } from './notice_progress';
import { progressOf } from './progress';

export function NoticesList({
  query,
  nameOf,
}: {
  query: NoticesQuery;
  nameOf: (notice: Notice, place: number, all: readonly Notice[]) => string;
}) {
  const notices = useQuery(query);
  if (notices.isPending) return <Skeleton lines={3} />;
  if (notices.isLoadingError)
    return <Failure error={notices.error} onRetry={() => void notices.refetch()} />;
  const rows = notices.data.items;
  if (rows.length === 0)
    return <p className="text-soft">No mail was sent about this. The page shows it.</p>;
  return (
    <ul className="flex flex-col">
      {rows.map((notice, place) => (
        <li
          key={notice.id}
          className="border-line border-t py-2 first:border-t-0 first:pt-0 last:pb-0"
        >
          <p className="flex justify-between gap-2">
            <span className="font-medium">{nameOf(notice, place, rows)}</span>
            <span className="text-sm text-soft">
              <Moment at={notice.made_at} />
            </span>
          </p>
          <Standing notice={notice} />
          {place === 0 && <CopyText notice={notice.id} name={nameOf(notice, place, rows)} />}
        </li>
      ))}
    </ul>
  );
}

/** How one is getting on, with what can be done about it. */
export function Standing({ notice }: { notice: Notice }) {
  const { state, counts } = notice;
  const { left, settled, withheld, failed, dropped } = progressOf(counts);
  if (state === 'unapproved') return <Unapproved notice={notice} />;
  if (state === 'cancelled' && settled === 0)
    return (
      <Mark tone="unk" icon="off">
        Taken back: {grouped(counts.cancelled)} did not get this mail.
      </Mark>
    );
  if (state === 'waiting' && left > 0) return <Waiting notice={notice} />;
  if (left > 0 || state === 'paused') return <Sending notice={notice} />;
  if (settled === 0 && counts.held === 0 && dropped > 0)
    return (
      <Mark tone="unk" icon="info">
        A newer word took its place.
      </Mark>
    );
  return (
    <div className="flex flex-col">
      {(settled > 0 || counts.held === 0) && (
        <Mark tone={counts.accepted > 0 ? 'ok' : 'bad'}>{grouped(counts.accepted)} told</Mark>
      )}
      {counts.held > 0 && (
        <Mark tone="warn" icon="due">
          {grouped(counts.held)} held until their partner releases it
        </Mark>
      )}
      {counts.deferred > 0 && (
        <Mark tone="warn" icon="due">
          {grouped(counts.deferred)} tried again later
        </Mark>
      )}
      {state === 'cancelled' && (
        <Mark tone="unk" icon="off">
          {grouped(counts.cancelled)} did not get it: the rest was cancelled
        </Mark>
      )}
      {failed > 0 && <Mark tone="bad">{grouped(failed)} could not be reached</Mark>}
      {withheld > 0 && (
        <Mark tone="unk" icon="off">
          {grouped(withheld)} did not want it or are blocked
        </Mark>
      )}
    </div>
  );
}
