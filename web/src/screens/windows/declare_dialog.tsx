// Says of one reserved time whether it will be used.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { FormDialog } from '@/design/dialog';
import { Choice, TextField } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { exact } from '@/design/words_of_time';
import type { Occurrence, Series } from './data';
import { WindowAudience } from './window_audience';

const answers = [
  { id: 'used', name: 'It will be used' },
  { id: 'free', name: 'Not this time' },
] as const;

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
  const [text, setText, clear] = useDraft(
    `series.${series.id}.${occurrence.starts_at}`,
    series.text,
  );
  const client = useQueryClient();
  const declare = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/series/{id}/declare', {
          params: { path: { id: series.id } },
          body: {
            starts_at: occurrence.starts_at,
            is_used: isUsed,
            text: isUsed ? text.trim() : '',
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
  return (
    <FormDialog
      title={`${series.title}, ${exact(occurrence.starts_at)}`}
      verb={isUsed ? 'Plan and tell' : 'Leave it free'}
      isOpen
      isPending={declare.isPending}
      onSubmit={() => declare.mutate()}
      onClose={onClose}
    >
      <Refusal error={formError(declare.error, ['text'])} />
      <Choice label="This time" options={answers} value={answer} onChange={setAnswer} />
      {isUsed && (
        <>
          <WindowAudience services={series.services} />
          <TextField
            label="Text"
            help="What customers will notice, and what they should do before."
            rows={4}
            value={text}
            onChange={setText}
            error={fieldError(declare.error, 'text')}
          />
        </>
      )}
    </FormDialog>
  );
}
