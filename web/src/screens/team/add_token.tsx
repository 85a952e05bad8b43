import { useState } from 'react';
import { fieldError, formError } from '@/api/problem';
import { useMe } from '@/app/session';
import { FormDialog } from '@/design/dialog';
import { Checkbox, Choice, FieldGroup, Select, TextField } from '@/design/field';
import { fromLocal, toLocal } from '@/design/local_time';
import { MomentField } from '@/design/moment_field';
import { Refusal } from '@/design/states';
import { useCreateToken } from './queries';
import { type Role, rights, rightWords, roleOptions } from './roles';

const yearMs = 365 * 24 * 3_600_000;

export function AddToken({
  onMade,
  onClose,
}: {
  onMade: (secret: string) => void;
  onClose: () => void;
}) {
  const mine = useMe().rights;
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('auditor');
  const [reach, setReach] = useState<'role' | 'some'>('role');
  const [chosen, setChosen] = useState<readonly (typeof rights)[number][]>([]);
  const [expires, setExpires] = useState(() => toLocal(Date.now() + yearMs));
  const create = useCreateToken();
  const wrong = (field: string) => fieldError(create.error, field);
  const submit = () =>
    create.mutate(
      {
        name,
        role,
        rights: reach === 'some' ? [...chosen] : null,
        expires_at: fromLocal(expires) ?? null,
      },
      { onSuccess: ({ secret }) => onMade(secret) },
    );
  return (
    <FormDialog
      title="Make a token"
      verb="Make"
      isOpen
      isPending={create.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Name"
        help="What uses it: “Billing export”."
        autoFocus
        needed="Say in a few words what the token is for."
        value={name}
        onChange={setName}
        error={wrong('name')}
      />
      <Select
        label="Role"
        options={roleOptions}
        value={role}
        onChange={setRole}
        error={wrong('role')}
      />
      <Choice
        label="Rights"
        value={reach}
        onChange={setReach}
        options={[
          { id: 'role', name: 'All of the role' },
          { id: 'some', name: 'Only some' },
        ]}
        help="What the role may not do, the token may not do either."
        error={wrong('rights')}
      />
      {reach === 'some' && (
        <FieldGroup label="Only these rights">
          <div className="grid gap-1 sm:grid-cols-2">
            {rights
              .filter((right) => mine.includes(right))
              .map((right) => (
                <Checkbox
                  key={right}
                  isSelected={chosen.includes(right)}
                  onChange={(on) =>
                    setChosen(on ? [...chosen, right] : chosen.filter((each) => each !== right))
                  }
                >
                  {rightWords[right]}
                </Checkbox>
              ))}
          </div>
        </FieldGroup>
      )}
      <MomentField
        label="Works until"
        value={expires}
        onChange={setExpires}
        error={wrong('expires_at')}
      />
      <Refusal error={formError(create.error, ['name', 'role', 'rights', 'expires_at'])} />
    </FormDialog>
  );
}
