// One window as it was announced, all that was said of it, and what can be done with it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/app/session';
import { windowQuery } from '@/app/shared_queries';
import { Button, buttonLook } from '@/design/button';
import { Dialog } from '@/design/dialog';
import { Moment, useNow } from '@/design/moment';
import { Fact, Facts } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { Mark, Notice } from '@/design/tone';
import { duration, exact } from '@/design/words_of_time';
import { windowNoticesQuery } from '@/screens/incidents/data';
import { useServiceNames } from '@/screens/incidents/incident_line';
import { windowNoticeName } from '@/screens/incidents/notice_names';
import { NoticesList } from '@/screens/incidents/notices_list';
import { StateChip, windowWords } from '@/screens/incidents/state_words';
import type { Window } from './data';
import { EndDialog } from './end_dialog';
import { MoveDialog } from './move_dialog';
import { overruns } from './window_words';

type Doing = 'move' | 'finish' | 'cancel';

export function WindowDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const window = useQuery(windowQuery(id));
  const mayPublish = useMay('publish_status');
  const [doing, setDoing] = useState<Doing>();
  const found = window.data;
  const isOpen = found?.state === 'planned' || found?.state === 'started';
  if (found && isOpen && mayPublish && doing) {
    const back = () => setDoing(undefined);
    return doing === 'move' ? (
      <MoveDialog window={found} onClose={back} />
    ) : (
      <EndDialog window={found} how={doing} onClose={back} />
    );
  }
  return (
    <Dialog
      title={found?.title ?? 'Window'}
      isOpen
      wide
      onClose={onClose}
      actions={
        mayPublish &&
        isOpen && (
          <>
            <Button look="danger" onPress={() => setDoing('cancel')}>
              Cancel the window …
            </Button>
            <Button onPress={() => setDoing('move')}>
              {found.state === 'started' ? 'Extend …' : 'Move …'}
            </Button>
            {found.state === 'started' && (
              <Button look="main" onPress={() => setDoing('finish')}>
                Finish …
              </Button>
            )}
          </>
        )
      }
    >
      {window.isPending ? (
        <Skeleton lines={8} />
      ) : window.isLoadingError ? (
        <Failure error={window.error} onRetry={() => void window.refetch()} />
      ) : (
        <Announced window={window.data} />
      )}
    </Dialog>
  );
}

function Announced({ window }: { window: Window }) {
  const now = useNow();
  const namesOf = useServiceNames();
  const mayReadProof = useMay('read_proof');
  const { announced_end, closed_at, short_reason } = window;
  return (
    <div className="flex flex-col gap-4">
      {overruns(window, now) && announced_end && (
        <Notice tone="bad" icon="late">
          It takes {duration(now - Date.parse(announced_end))} longer than was announced. Say until
          when (Extend), or that it is done (Finish).
        </Notice>
      )}
      <Facts>
        <Fact name="State">
          <StateChip state={windowWords[window.state]} />
        </Fact>
        <Fact name="Services">{namesOf(window.services).join(', ')}</Fact>
        <Fact name="From">{exact(window.starts_at)}</Fact>
        <Fact name="To">{exact(window.ends_at)}</Fact>
        {announced_end && announced_end !== window.ends_at && (
          <Fact name="Announced to">{exact(announced_end)}</Fact>
        )}
        {window.series && (
          <Fact name="Reserved">
            <Link
              to="/windows"
              search={{ series: window.series }}
              className="underline decoration-edge"
            >
              as a recurring window
            </Link>
          </Fact>
        )}
        {!window.finishes_by_itself && !closed_at && (
          <Fact name="Ends">when one of us says so</Fact>
        )}
        {closed_at && <Fact name={windowWords[window.state].words}>{exact(closed_at)}</Fact>}
        {short_reason && <Fact name="Short because">{short_reason}</Fact>}
      </Facts>
      {window.notice_short && window.state !== 'cancelled' && (
        <Mark tone="warn">The notice was shorter than a plan promises: it counts as downtime.</Mark>
      )}
      <section aria-label="What was said">
        <h3 className="mb-1 font-semibold">What was said</h3>
        <ol className="flex flex-col">
          {window.words.map(({ id, state, text, at }) => (
            <li key={id} className="border-line border-t py-2 first:border-t-0 first:pt-0">
              <p className="flex justify-between gap-2 text-sm text-soft">
                <span>{windowWords[state].words}</span>
                <Moment at={at} />
              </p>
              <p dir="auto" className="whitespace-pre-wrap">
                {text}
              </p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-label="Notices">
        <div className="mb-1 flex flex-wrap items-baseline gap-2">
          <h3 className="grow font-semibold max-sm:basis-full">Notices</h3>
          {mayReadProof && (
            <span className="flex flex-wrap gap-2">
              <Link
                to="/windows/$id/proof"
                params={{ id: window.id }}
                className={buttonLook('plain')}
              >
                <Printer aria-hidden className="size-4" /> Print the proof
              </Link>
              <a
                href={`/api/v1/windows/${window.id}/proof.csv`}
                download
                className={buttonLook('plain')}
              >
                <Download aria-hidden className="size-4" /> Proof as CSV
              </a>
            </span>
          )}
        </div>
        <NoticesList
          query={windowNoticesQuery(window.id)}
          nameOf={(_, place, all) => windowNoticeName(place, all)}
        />
      </section>
    </div>
  );
}
