// Cancels a window, or says that its work is done.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { FormDialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import type { Window } from './data';

const words = {
  cancel: {
    title: 'Cancel',
    verb: 'Cancel the window',
    label: 'Why it does not take place',
    said: 'The window is cancelled. Those who were told of it hear that, too.',
  },
  finish: {
    title: 'Finish',
    verb: 'Finish the window',
    label: 'What was done',
    said: 'The window is finished. Those who were told of it hear that, too.',
  },
} as const;

export function EndDialog({
  window,
  how,
  onClose,
}: {
  window: Window;
  how: keyof typeof words;
  onClose: () => void;
}) {
  const { title, verb, label, said } = words[how];
  const [text, setText, clear] = useDraft(`window.${how}.${window.id}`, '');
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => {
      const wish = { params: { path: { id: window.id } }, body: { text: text.trim() } };
      return how === 'cancel'
        ? ask(api.POST('/api/v1/windows/{id}/cancel', wish))
        : ask(api.POST('/api/v1/windows/{id}/finish', wish));
    },
    onSuccess: () => {
      clear();
      void client.invalidateQueries({ queryKey: ['status'] });
      void client.invalidateQueries({ queryKey: ['notify'] });
      say(said);
      onClose();
    },
  });
  return (
    <FormDialog
      title={`${title} “${window.title}”`}
      verb={verb}
      danger={how === 'cancel'}
      isOpen
      isPending={end.isPending}
      onSubmit={() => end.mutate()}
      onClose={onClose}
    >
      <Refusal error={formError(end.error, ['text'])} />
      <TextField
        label={label}
        help="Everybody who was told of the window reads this."
        rows={3}
        value={text}
        onChange={setText}
        error={fieldError(end.error, 'text')}
        autoFocus
      />
    </FormDialog>
  );
}
