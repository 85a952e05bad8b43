import { useState } from 'react';
import { useDraft } from '@/app/drafts';
import { useFields } from '@/app/fields';
import { FormDialog } from '@/design/dialog';
import { Choice, TextField } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { kinds, kindWords } from './kinds';
import { type NewTemplate, type Template, useSaveTemplate } from './queries';

type Wish = { name: string; kind: Template['kind']; title: string; text: string };

const empty: Wish = { name: '', kind: 'incident', title: '', text: '' };
const fields = ['name', 'kind', 'title', 'text'] as const;
const options = kinds.map((id) => ({ id, name: kindWords[id].one }));

/** An update has no title of its own: it stands below that of its incident. */
const bodyOf = (wish: Wish): NewTemplate => ({
  name: wish.name.trim(),
  kind: wish.kind,
  title: wish.kind === 'update' ? '' : wish.title.trim(),
  text: wish.text.trim(),
});

export function TemplateDialog({
  template,
  onClose,
}: {
  template: Template | undefined;
  onClose: () => void;
}) {
  // What it was when one began: somebody else's change meanwhile is refused, not overwritten.
  const [before] = useState(template);
  const [nothing] = useState<Wish>(() =>
    before
      ? { name: before.name, kind: before.kind, title: before.title, text: before.text }
      : empty,
  );
  const [wish, setWish, clear] = useDraft(`template.${before?.id ?? 'new'}`, nothing);
  const save = useSaveTemplate(before);
  const { change, error, rest } = useFields(save, fields, wish, setWish);
  return (
    <FormDialog
      title={before ? `Change “${before.name}”` : 'Add a template'}
      verb="Save"
      isOpen
      isPending={save.isPending}
      onSubmit={() =>
        save.mutate(bodyOf(wish), {
          onSuccess: () => {
            clear();
            say('Saved. It is offered from now on.');
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <TextField
        label="Name"
        help="For us: “Storage is full”."
        value={wish.name}
        onChange={(name) => change({ name })}
        error={error('name')}
        needed="Give it a name by which you will find it."
        autoFocus
      />
      <Choice
        label="For"
        options={options}
        value={wish.kind}
        onChange={(kind) => change({ kind })}
        error={error('kind')}
      />
      {wish.kind !== 'update' && (
        <TextField
          label="Title"
          help="What customers read first. May stay empty."
          value={wish.title}
          onChange={(title) => change({ title })}
          error={error('title')}
        />
      )}
      <TextField
        label="Text"
        rows={5}
        value={wish.text}
        onChange={(text) => change({ text })}
        error={error('text')}
        needed="Write what is to be said."
      />
      <Refusal error={rest} />
    </FormDialog>
  );
}
