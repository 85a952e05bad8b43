import { fieldError, formError } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { FormDialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { fromLocal } from '@/design/local_time';
import { MomentField } from '@/design/moment_field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { DueMoment } from './promise_line';
import { type Story, useSettle } from './queries';

export function MovePromise({ story, onClose }: { story: Story; onClose: () => void }) {
  const [draft, setDraft, clear] = useDraft(`promise.move.${story.id}`, { due: '', reason: '' });
  const { move } = useSettle(story);
  const submit = () => {
    const due_at = fromLocal(draft.due);
    if (!due_at) return;
    move.mutate(
      { due_at, reason: draft.reason },
      {
        onSuccess: () => {
          clear();
          say('Moved. What we said first stays on record.');
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title="Move the promise"
      verb="Move"
      isOpen
      isPending={move.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p dir="auto">{story.text}</p>
      <p className="text-soft">
        Due <DueMoment line={story} />. Tell them before it was due: this alone tells nobody.
      </p>
      <MomentField
        label="Due by"
        value={draft.due}
        onChange={(due) => setDraft({ ...draft, due })}
        error={fieldError(move.error, 'due_at')}
        needed="Say date and time."
      />
      <TextField
        label="Why"
        rows={2}
        value={draft.reason}
        onChange={(reason) => setDraft({ ...draft, reason })}
        error={fieldError(move.error, 'reason')}
      />
      <Refusal error={formError(move.error, ['due_at', 'reason'])} />
    </FormDialog>
  );
}
