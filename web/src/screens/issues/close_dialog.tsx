import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { FormDialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { countOf } from '@/design/words';
import type { Issue } from './data';

/** Says that an issue is fixed, to all who said that it affects them. */
export function CloseDialog({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const [text, setText, clear] = useDraft(`issue.close.${issue.id}`, '');
  const client = useQueryClient();
  const close = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/issues/{id}/close', {
          params: { path: { id: issue.id } },
          body: { text: text.trim() },
        }),
      ),
    onSuccess: () => {
      clear();
      void client.invalidateQueries({ queryKey: ['status'] });
      say('The issue is closed. Those who asked hear it.');
      onClose();
    },
  });
  return (
    <FormDialog
      title={`Close “${issue.title}”`}
      verb="Close and tell"
      isOpen
      isPending={close.isPending}
      onSubmit={() => close.mutate()}
      onClose={onClose}
    >
      <Refusal error={formError(close.error, ['text'])} />
      <TextField
        label="What was done"
        needed="Say what became of it: somebody waited for it."
        help={
          issue.affected === 0
            ? 'Nobody has said “affects me too” yet; the page says that it is fixed.'
            : `${countOf(issue.affected, 'voice')} said “affects me too”; whoever signed in for it gets this as a mail.`
        }
        rows={3}
        value={text}
        onChange={setText}
        error={fieldError(close.error, 'text')}
        autoFocus
      />
    </FormDialog>
  );
}
