import { fieldError, formError } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { FormDialog } from '@/design/dialog';
import { Select, TextField } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { type Person, useAddPerson, usePasswordLink } from './queries';
import { type Role, roleOptions } from './roles';

type Draft = { name: string; email: string; role: Role };

/** Adds somebody and makes the link by which he comes in. */
export function AddPerson({
  onAdded,
  onClose,
}: {
  onAdded: (person: Person, url: string) => void;
  onClose: () => void;
}) {
  const [draft, setDraft, clear] = useDraft<Draft>('person.new', {
    name: '',
    email: '',
    role: 'agent',
  });
  const add = useAddPerson();
  const link = usePasswordLink();
  const submit = () =>
    add.mutate(
      // Most colleagues sit where we sit; each can change it for himself.
      { ...draft, language: 'en', zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
      {
        onSuccess: (person) => {
          clear();
          link.mutate(person, {
            onSuccess: ({ url }) => onAdded(person, url),
            onError: (error) => {
              say(`${person.name} is added, without a link: ${error.message}`, { tone: 'warn' });
              onClose();
            },
          });
        },
      },
    );
  const wrong = (field: string) => fieldError(add.error, field);
  return (
    <FormDialog
      title="Add a person"
      verb="Add"
      isOpen
      isPending={add.isPending || link.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Name"
        autoFocus
        needed="Say who it is."
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        error={wrong('name')}
        inputProps={{ autoComplete: 'off' }}
      />
      <TextField
        label="E-mail address"
        help="What this person signs in with."
        type="email"
        needed="Say with which address this person signs in."
        value={draft.email}
        onChange={(email) => setDraft({ ...draft, email })}
        error={wrong('email')}
        inputProps={{ autoComplete: 'off', spellCheck: false }}
      />
      <Select
        label="Role"
        options={roleOptions}
        value={draft.role}
        onChange={(role) => setDraft({ ...draft, role })}
        error={wrong('role')}
      />
      <Refusal error={formError(add.error, ['name', 'email', 'role'])} />
    </FormDialog>
  );
}
