// One promise: what was said, what became of it, and what can still be done.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PromiseState } from '@/app/promise_state';
import { useMay } from '@/app/session';
import { Button } from '@/design/button';
import { Dialog } from '@/design/dialog';
import { Moment } from '@/design/moment';
import { Fact, Facts } from '@/design/page';
import { Failure, Refusal, Skeleton } from '@/design/states';
import { TextLink } from '@/design/text_link';
import { say } from '@/design/toast';
import { History } from './history';
import { MovePromise } from './move_promise';
import { DueMoment } from './promise_line';
import { noDates, place, sources } from './promise_words';
import { type Story, storyQuery, useSettle } from './queries';
import { WithdrawPromise } from './withdraw_promise';

function Told({ story }: { story: Story }) {
  const given = place(story.about);
  return (
    <div className="flex flex-col gap-4">
      <p className="whitespace-pre-wrap text-lg" dir="auto">
        {story.text}
      </p>
      <Facts>
        <Fact name="State">
          <PromiseState promise={story} />
        </Fact>
        <Fact name="Due">
          <DueMoment line={story} />
          {story.no_date && <span className="text-soft">: {noDates[story.no_date]}</span>}
        </Fact>
        <Fact name="To">
          {story.to.startsWith('acc_') ? (
            <TextLink href={`/accounts/${story.to}`}>{story.to_name}</TextLink>
          ) : (
            <span dir="auto">{story.to_name || 'Everybody'}</span>
          )}
        </Fact>
        <Fact name="By">
          <span dir="auto">{story.owner_name || 'Who is on duty'}</span>
        </Fact>
        <Fact name="Source">{sources[story.source]}</Fact>
        {given && (
          <Fact name="About">
            <TextLink href={given.href}>The {given.word} it was given for</TextLink>
          </Fact>
        )}
        <Fact name="Made">
          <Moment at={story.made_at} />
        </Fact>
      </Facts>
      <History changes={story.history} />
    </div>
  );
}

/** Only while it is not settled, and only for who may; what an incident promised ends there. */
function Ends({
  story,
  onMove,
  onWithdraw,
  onDone,
}: {
  story: Story;
  onMove: () => void;
  onWithdraw: () => void;
  onDone: () => void;
}) {
  const { keep } = useSettle(story);
  return (
    <>
      <div className="grow basis-full empty:hidden">
        {keep.error && <Refusal error={keep.error} />}
      </div>
      <Button look="quiet" onPress={onWithdraw}>
        Withdraw
      </Button>
      <Button onPress={onMove}>Move</Button>
      <Button
        look="main"
        isPending={keep.isPending}
        onPress={() =>
          keep.mutate(undefined, {
            onSuccess: ({ state }) => {
              say(state === 'late' ? 'Done, later than promised.' : 'Kept.');
              onDone();
            },
          })
        }
      >
        It is done
      </Button>
    </>
  );
}

export function PromiseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [doing, setDoing] = useState<'move' | 'withdraw'>();
  const promise = useQuery(storyQuery(id));
  const mayKeep = useMay('keep_promises');
  const story = promise.data;
  const back = () => setDoing(undefined);

  if (story && doing === 'move') return <MovePromise story={story} onClose={back} />;
  if (story && doing === 'withdraw') return <WithdrawPromise story={story} onClose={back} />;
  return (
    <Dialog
      title="Promise"
      isOpen
      onClose={onClose}
      actions={
        story &&
        mayKeep &&
        !story.settled_at &&
        story.source === 'by_hand' && (
          <Ends
            story={story}
            onMove={() => setDoing('move')}
            onWithdraw={() => setDoing('withdraw')}
            onDone={onClose}
          />
        )
      }
    >
      {promise.isPending ? (
        <Skeleton lines={8} />
      ) : promise.isLoadingError ? (
        <Failure error={promise.error} onRetry={() => void promise.refetch()} />
      ) : (
        <Told story={promise.data} />
      )}
    </Dialog>
  );
}
