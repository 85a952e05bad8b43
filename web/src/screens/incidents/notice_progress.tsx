// A notice that has not come to its end: it waits, is being sent, or was stopped by one of us.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { useMay, useMe } from '@/app/session';
import { peopleQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { Confirm } from '@/design/dialog';
import { useSeconds } from '@/design/moment';
import { say } from '@/design/toast';
import { Mark } from '@/design/tone';
import { countOf, grouped } from '@/design/words';
import { duration } from '@/design/words_of_time';
import type { Notice } from './data';
import { progressOf, rateWords } from './progress';
import { useNoticeAct } from './use_notice_act';

/** News stands on no page. */
const andThePage = ({ topic }: Notice) =>
  topic === 'news' ? '' : ' The page still shows the word.';

/** The name of who said it; a program has none. */
function useAsker({ asked_by }: Notice): string | undefined {
  const mayRead = useMay('read_team');
  const people = useQuery({ ...peopleQuery, enabled: mayRead && asked_by !== null });
  return people.data?.items.find(({ id }) => id === asked_by)?.name;
}

/** Above an amount somebody else has to agree. */
export function Unapproved({ notice }: { notice: Notice }) {
  const mayPublish = useMay('publish_status');
  const isMine = useMe().person?.id === notice.asked_by;
  const asker = useAsker(notice);
  const approve = useNoticeAct(notice, 'approve');
  const cancel = useNoticeAct(notice, 'cancel');
  const { left } = progressOf(notice.counts);
  return (
    <Row
      words={
        <Mark tone="warn" icon="due">
          {countOf(left, 'mail')} wait until{' '}
          {isMine
            ? 'somebody else agrees'
            : mayPublish
              ? 'you agree'
              : 'somebody agrees who may publish'}
          .{!isMine && asker && ` ${asker} asked for it.`}
        </Mark>
      }
    >
      {mayPublish && (
        <>
          <Button
            isPending={cancel.isPending}
            onPress={() => cancel.mutate(undefined, { onSuccess: () => void say('Taken back.') })}
          >
            Take back
          </Button>
          {!isMine && (
            <Button
              look="main"
              isPending={approve.isPending}
              onPress={() =>
                approve.mutate(undefined, {
                  onSuccess: () => void say('Approved.'),
                })
              }
            >
              Approve
            </Button>
          )}
        </>
      )}
    </Row>
  );
}

export function Waiting({ notice }: { notice: Notice }) {
  const mayPublish = useMay('publish_status');
  const { left } = progressOf(notice.counts);
  const wait = Date.parse(notice.sends_at) - useSeconds(true);
  const undo = useNoticeAct(notice, 'cancel');
  return (
    <Row
      words={
        <Mark tone="plan" icon="due">
          {wait > 0
            ? `${grouped(left)} leave in ${duration(Math.ceil(wait / 1000) * 1000)}`
            : `${grouped(left)} leave now`}
        </Mark>
      }
    >
      {mayPublish && wait > 0 && (
        <Button
          isPending={undo.isPending}
          onPress={() =>
            undo.mutate(undefined, {
              onSuccess: () => void say(`Taken back: nobody gets this mail.${andThePage(notice)}`),
            })
          }
        >
          Undo
        </Button>
      )}
    </Row>
  );
}

export function Sending({ notice }: { notice: Notice }) {
  const mayPublish = useMay('publish_status');
  const { left, settled, audience } = progressOf(notice.counts);
  const isPaused = notice.state === 'paused';
  const pause = useNoticeAct(notice, 'pause');
  const resume = useNoticeAct(notice, 'resume');
  const part = audience > 0 ? (settled / audience) * 100 : 0;
  return (
    <>
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
          <span className="text-soft">{rateWords(notice)}</span>
        </span>
      </ProgressBar>
      <Row
        words={
          isPaused && (
            <Mark tone="warn" icon="off">
              Paused: {grouped(left)} wait
            </Mark>
          )
        }
      >
        {mayPublish && (
          <>
            <CancelRest notice={notice} left={left} />
            {isPaused ? (
              <Button isPending={resume.isPending} onPress={() => resume.mutate()}>
                Resume
              </Button>
            ) : (
              <Button isPending={pause.isPending} onPress={() => pause.mutate()}>
                Pause
              </Button>
            )}
          </>
        )}
      </Row>
    </>
  );
}

function CancelRest({ notice, left }: { notice: Notice; left: number }) {
  const [isAsking, setAsking] = useState(false);
  const cancel = useNoticeAct(notice, 'cancel-rest');
  return (
    <>
      <Button look="quiet" onPress={() => setAsking(true)}>
        Cancel the rest
      </Button>
      <Confirm
        title="Cancel the rest?"
        text={`${grouped(left)} do not get this mail, and never will; who got it already keeps it.${andThePage(notice)} To look at something first, pause it.`}
        verb="Cancel the rest"
        isOpen={isAsking}
        isPending={cancel.isPending}
        onConfirm={() =>
          cancel.mutate(undefined, {
            onSuccess: () => void say('The rest is cancelled.'),
            onSettled: () => setAsking(false),
          })
        }
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function Row({ words, children }: { words: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <div>{words}</div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
