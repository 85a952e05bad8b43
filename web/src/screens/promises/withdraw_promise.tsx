import { fieldError, formError } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { FormDialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { useNow } from '@/design/moment';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { type Story, useSettle } from './queries';

export function WithdrawPromise({ story, onClose }: { story: Story; onClose: () => void }) {
  const [reason, setReason, clear] = useDraft(`promise.withdraw.${story.id}`, '');
  const now = useNow();
  const { withdraw } = useSettle(story);
  const isPastDue = story.due_at !== null && Date.parse(story.due_at) < now;
  const submit = () =>
    withdraw.mutate(reason, {
      onSuccess: ({ state }) => {
        clear();
        say(state === 'broken' ? 'Ended undone: the promise is broken.' : 'Withdrawn.', {
          tone: state === 'broken' ? 'warn' : 'ok',
        });
        onClose();
      },
    });
  return (
    <FormDialog
      title="Withdraw the promise"
      verb="Withdraw"
      danger
      isOpen
      isPending={withdraw.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p dir="auto">{story.text}</p>
      <p className="text-soft">
        {isPastDue
          ? 'Its due moment has passed, so it will stand in the ledger as broken.'
          : 'It will stand in the ledger as withdrawn. Tell them: this alone tells nobody.'}
      </p>
      <TextField
        label="Why"
        rows={2}
        value={reason}
        onChange={setReason}
        error={fieldError(withdraw.error, 'reason')}
      />
      <Refusal error={formError(withdraw.error, ['reason'])} />
    </FormDialog>
  );
}
