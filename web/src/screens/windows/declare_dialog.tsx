// Says of one reserved time whether it will be used.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '@/api/client';
import { useDraft } from '@/app/drafts';
import { useFields } from '@/app/fields';
import { FormDialog } from '@/design/dialog';
import { Choice, TextField } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { exact } from '@/design/words_of_time';
import { CheckedSpan } from './checked_span';
import { checkedQuery, type Occurrence, type Series } from './data';
import { isShort } from './plan_draft';
import { WindowAudience } from './window_audience';

const answers = [
  { id: 'used', name: 'It will be used' },
  { id: 'free', name: 'Not this time' },
] as const;

const fields = ['text', 'short_reason'] as const;

export function DeclareDialog({
  series,
  occurrence,
  onClose,
}: {
  series: Series;
  occurrence: Occurrence;
  onClose: () => void;
}) {
  const [answer, setAnswer] = useState<(typeof answers)[number]['id']>('used');
  const isUsed = answer === 'used';
  const [draft, setDraft, clear] = useDraft(`series.declare.${series.id}.${occurrence.starts_at}`, {
    text: series.text,
    reason: '',
  });
  const client = useQueryClient();
  const checked = useQuery(
    checkedQuery(series.services, occurrence.starts_at, occurrence.ends_at),
  ).data;
  const declare = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/series/{id}/declare', {
          params: { path: { id: series.id } },
          body: {
            starts_at: occurrence.starts_at,
            is_used: isUsed,
            ...(isUsed && { text: draft.text.trim(), short_reason: draft.reason.trim() }),
          },
        }),
      ),
    onSuccess: () => {
      clear();
      void client.invalidateQueries({ queryKey: ['status'] });
      void client.invalidateQueries({ queryKey: ['notify'] });
      say(
        isUsed
          ? 'The window is planned. Those whom it concerns are told.'
          : 'The page says that this time is not used.',
      );
      onClose();
    },
  });
  const { change, error, rest } = useFields(declare, fields, draft, setDraft);
  return (
    <FormDialog
      title={series.title}
      verb={isUsed ? 'Plan and tell' : 'Leave it free'}
      isOpen
      isPending={declare.isPending}
      onSubmit={() => declare.mutate()}
      onClose={onClose}
    >
      <p>{exact(occurrence.starts_at)}</p>
      <Refusal error={rest} />
      {occurrence.state === 'reserved' && (
        <Choice label="This time" options={answers} value={answer} onChange={setAnswer} />
      )}
      {isUsed && (
        <>
          <WindowAudience services={series.services} />
          <CheckedSpan checked={checked} canWait={false} />
          {(isShort(checked) || error('short_reason')) && (
            <TextField
              label="Why it cannot wait"
              help="Kept with the window; those who were promised more notice may ask."
              rows={2}
              value={draft.reason}
              onChange={(reason) => change({ reason })}
              error={error('short_reason')}
            />
          )}
          <TextField
            label="Text"
            help="What customers will notice, and what they should do before."
            rows={4}
            value={draft.text}
            onChange={(text) => change({ text })}
            error={error('text')}
          />
        </>
      )}
    </FormDialog>
  );
}
