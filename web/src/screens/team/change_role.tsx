import { useState } from 'react';
import { fieldError, formError } from '@/api/problem';
import { FormDialog } from '@/design/dialog';
import { Select } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { type Person, useChangePerson } from './queries';
import { roleOptions, roles } from './roles';

export function ChangeRole({ person, onClose }: { person: Person; onClose: () => void }) {
  const [role, setRole] = useState(person.role);
  const change = useChangePerson(person);
  return (
    <FormDialog
      title={`Role of ${person.name}`}
      verb="Change"
      isOpen
      isPending={change.isPending}
      onSubmit={() =>
        change.mutate(
          { role },
          {
            onSuccess: () => {
              say(`${person.name} is ${roles[role].name.toLowerCase()} now.`);
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <Select
        label="Role"
        help="A change signs this person out and revokes the tokens that they made."
        options={roleOptions}
        value={role}
        onChange={setRole}
        error={fieldError(change.error, 'role')}
      />
      <Refusal error={formError(change.error, ['role'])} />
    </FormDialog>
  );
}
