import { causeWords } from '@/app/unreached';
import { Confirm } from '@/design/dialog';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { type Suppression, useLift } from './queries';

const advice: Record<Suppression['cause'], string> = {
  no_such_address: 'Be sure that the address exists now: mail to dead addresses spoils our name.',
  keeps_bouncing: 'Be sure that the mailbox takes mail again.',
  complained: 'Do it only when this person asked for our mail; a second complaint weighs more.',
};

export function LiftDialog({
  suppression,
  onClose,
}: {
  suppression: Suppression;
  onClose: () => void;
}) {
  const { address, cause } = suppression;
  const lift = useLift();
  return (
    <Confirm
      title={`Write to ${address} again?`}
      text={
        <div className="flex flex-col gap-3">
          <p>
            From the next one on, announcements go there again, and nothing of before counts. It was
            blocked because: {causeWords[cause].toLowerCase()}.
          </p>
          <p>{advice[cause]}</p>
          <Refusal error={lift.error} />
        </div>
      }
      verb="Write again"
      isOpen
      isPending={lift.isPending}
      onConfirm={() =>
        lift.mutate(suppression, {
          onSuccess: () => {
            say(`${address} gets announcements again.`);
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}
