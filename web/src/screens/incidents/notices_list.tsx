// How the mails of each word are getting on; what waits can be taken back.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { api, ask } from '@/api/client';
import { useMay } from '@/app/session';
import { Button } from '@/design/button';
import { Moment, useSeconds } from '@/design/moment';
import { Failure, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { Mark } from '@/design/tone';
import { grouped } from '@/design/words';
import { duration } from '@/design/words_of_time';
import type { Notice, NoticesQuery } from './data';
import { progressOf, rateOf, rateWords, type Sample, withSample } from './progress';

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
        <li key={notice.id} className="border-line border-t py-2 first:border-t-0 first:pt-0">
          <p className="flex justify-between gap-2">
            <span className="font-medium">{nameOf(notice, place, rows)}</span>
            <span className="text-sm text-soft">
              <Moment at={notice.made_at} />
            </span>
          </p>
          <Standing notice={notice} seenAt={notices.dataUpdatedAt} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ notice, seenAt }: { notice: Notice; seenAt: number }) {
  const { left, settled, withheld, failed, dropped } = progressOf(notice.counts);
  if (notice.state === 'cancelled')
    return (
      <Mark tone="unk" icon="off">
        Taken back: {grouped(notice.counts.cancelled)} did not get this mail.
      </Mark>
    );
  if (left > 0)
    return notice.state === 'waiting' ? (
      <Waiting notice={notice} left={left} />
    ) : (
      <Sending notice={notice} seenAt={seenAt} />
    );
  if (settled === 0 && dropped > 0)
    return (
      <Mark tone="unk" icon="info">
        A newer word took its place.
      </Mark>
    );
  return (
    <div className="flex flex-col">
      <Mark tone={notice.counts.accepted > 0 ? 'ok' : 'bad'}>
        {grouped(notice.counts.accepted)} told
      </Mark>
      {notice.counts.deferred > 0 && (
        <Mark tone="warn" icon="due">
          {grouped(notice.counts.deferred)} tried again later
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

function Waiting({ notice, left }: { notice: Notice; left: number }) {
  const client = useQueryClient();
  const mayPublish = useMay('publish_status');
  const wait = Date.parse(notice.sends_at) - useSeconds(true);
  const undo = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/v1/notices/{id}/cancel', { params: { path: { id: notice.id } } })),
    onSuccess: () => say('Taken back: nobody gets this mail. The page still shows the word.'),
    onError: (error) => say(error.message, { tone: 'bad' }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['notify'] }),
  });
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <Mark tone="plan" icon="due">
        {wait > 0
          ? `${grouped(left)} leave in ${duration(Math.ceil(wait / 1000) * 1000)}`
          : `${grouped(left)} leave now`}
      </Mark>
      {mayPublish && wait > 0 && (
        <Button isPending={undo.isPending} onPress={() => undo.mutate()}>
          Undo
        </Button>
      )}
    </div>
  );
}

function Sending({ notice, seenAt }: { notice: Notice; seenAt: number }) {
  const { left, settled, audience } = progressOf(notice.counts);
  const [samples, setSamples] = useState<Sample[]>([]);
  useEffect(() => {
    setSamples((before) => withSample(before, { at: seenAt, settled }));
  }, [seenAt, settled]);
  const part = audience > 0 ? (settled / audience) * 100 : 0;
  return (
    <ProgressBar aria-label="Mails sent" value={part} className="mt-1 flex flex-col gap-1">
      <div className="h-2 overflow-hidden rounded-full border border-edge bg-card">
        <div
          className="h-full bg-ink forced-colors:bg-[Highlight]"
          style={{ inlineSize: `${part}%` }}
        />
      </div>
      <span className="flex flex-wrap justify-between gap-x-3 text-sm">
        <span>
          {grouped(settled)} of {grouped(audience)} sent
        </span>
        <span className="text-soft">{rateWords(rateOf(samples), left)}</span>
      </span>
    </ProgressBar>
  );
}
