// One mail that came back, as it was; what nobody could attribute is ticked off here.
import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useMay } from '@/app/session';
import { Button } from '@/design/button';
import { Dialog } from '@/design/dialog';
import { Moment } from '@/design/moment';
import { Fact, Facts } from '@/design/page';
import { Failure, Refusal, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { OutcomeChip } from './outcome_chip';
import { bounceQuery, useSeen } from './queries';

export function BounceDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const bounce = useQuery(bounceQuery(id));
  const mayTick = useMay('write_accounts');
  const seen = useSeen();
  const awaits = bounce.data?.outcome === 'unattributed';
  return (
    <Dialog
      title={bounce.data?.subject || 'A mail that came back'}
      isOpen
      wide
      onClose={onClose}
      actions={
        awaits &&
        mayTick && (
          <Button
            look="main"
            isPending={seen.isPending}
            onPress={() =>
              seen.mutate(id, {
                onSuccess: () => {
                  say('Looked at: it is off the list.');
                  onClose();
                },
              })
            }
          >
            <Check aria-hidden className="size-4" /> I have looked at it
          </Button>
        )
      }
    >
      {bounce.isPending ? (
        <Skeleton lines={8} />
      ) : bounce.isLoadingError ? (
        <Failure error={bounce.error} onRetry={() => void bounce.refetch()} />
      ) : (
        <div className="flex flex-col gap-3 pt-1">
          <Facts>
            <Fact name="Outcome">
              <OutcomeChip outcome={bounce.data.outcome} />
            </Fact>
            <Fact name="From">
              <span className="wrap-anywhere">{bounce.data.sender}</span>
            </Fact>
            <Fact name="Came to">
              <span className="wrap-anywhere">{bounce.data.to}</span>
            </Fact>
            <Fact name="Came">
              <Moment at={bounce.data.received_at} />
            </Fact>
            {bounce.data.address && (
              <Fact name={bounce.data.notice ? 'We wrote to' : 'It names'}>
                <span className="wrap-anywhere">{bounce.data.address}</span>
              </Fact>
            )}
          </Facts>
          {awaits && (
            <p className="text-soft">
              It proves no mail of ours, so nothing was done. If the address is a customer’s, ask
              whether our mail arrives.
            </p>
          )}
          <Refusal error={seen.error} />
          <section
            aria-label="The mail as text"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
            tabIndex={0}
            className="max-h-[45vh] overflow-y-auto rounded-md border border-line bg-paper px-3 py-2 font-mono text-sm"
          >
            <pre className="whitespace-pre-wrap break-words" dir="auto">
              {bounce.data.text}
            </pre>
          </section>
        </div>
      )}
    </Dialog>
  );
}
