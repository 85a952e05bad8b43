// Another time for a window that is planned; a later end for one that runs.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@/api/client';
import { useDraft } from '@/app/drafts';
import { useFields } from '@/app/fields';
import { FormDialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { fromLocal, toLocal } from '@/design/local_time';
import { MomentField } from '@/design/moment_field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { CheckedSpan } from './checked_span';
import { checkedQuery, type Window } from './data';
import { isShort } from './plan_draft';

type Draft = { from: string; to: string; text: string; reason: string };

const fields = ['starts_at', 'ends_at', 'text', 'short_reason'] as const;

export function MoveDialog({ window, onClose }: { window: Window; onClose: () => void }) {
  const runs = window.state === 'started';
  const [draft, setDraft, clear] = useDraft<Draft>(`window.move.${window.id}`, {
    from: toLocal(Date.parse(window.starts_at)),
    to: toLocal(Date.parse(window.ends_at)),
    text: '',
    reason: '',
  });
  const startsAt = runs ? window.starts_at : (fromLocal(draft.from) ?? '');
  const endsAt = fromLocal(draft.to) ?? '';
  const client = useQueryClient();
  const checked = useQuery({
    ...checkedQuery(window.services, startsAt || undefined, endsAt || undefined, window.id),
    placeholderData: keepPreviousData,
  }).data;
  const move = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/windows/{id}/move', {
          params: { path: { id: window.id } },
          body: {
            starts_at: startsAt,
            ends_at: endsAt,
            text: draft.text.trim(),
            short_reason: draft.reason.trim(),
          },
        }),
      ),
    onSuccess: () => {
      clear();
      void client.invalidateQueries({ queryKey: ['status'] });
      void client.invalidateQueries({ queryKey: ['notify'] });
      say(
        runs
          ? 'The window lasts longer. Those who were told of it hear that, too.'
          : 'The window is moved. Those who were told of it hear that, too.',
      );
      onClose();
    },
  });
  const { change, error, rest } = useFields(move, fields, draft, setDraft);
  return (
    <FormDialog
      title={runs ? `Extend “${window.title}”` : `Move “${window.title}”`}
      verb={runs ? 'Extend and tell' : 'Move and tell'}
      isOpen
      isPending={move.isPending}
      onSubmit={() => move.mutate()}
      onClose={onClose}
    >
      <Refusal error={rest} />
      {!runs && (
        <MomentField
          label="From"
          value={draft.from}
          onChange={(from) => change({ from })}
          error={error('starts_at')}
        />
      )}
      <MomentField
        label="To"
        value={draft.to}
        onChange={(to) => change({ to })}
        error={error('ends_at')}
        {...(runs ? { help: 'What goes beyond the announced end counts as downtime.' } : {})}
      />
      <CheckedSpan
        checked={checked}
        canWait={!runs}
        onTake={(from, to) =>
          change({ from: toLocal(Date.parse(from)), to: toLocal(Date.parse(to)) })
        }
      />
      {(isShort(checked) || error('short_reason')) && (
        <TextField
          label="Why it cannot wait"
          rows={2}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          error={error('short_reason')}
        />
      )}
      <TextField
        label="Text"
        help="Everybody who was told of the window reads this."
        rows={3}
        value={draft.text}
        onChange={(text) => change({ text })}
        error={error('text')}
      />
    </FormDialog>
  );
}
