import { useState } from 'react';
import { fieldError, formError } from '@/api/problem';
import { FormDialog } from '@/design/dialog';
import { PasswordField } from '@/design/password_field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { useOff } from './queries';

export function TurnOff({ onClose }: { onClose: () => void }) {
  const [password, setPassword] = useState('');
  const off = useOff();
  return (
    <FormDialog
      title="Turn off the second factor"
      verb="Turn it off"
      danger
      isOpen
      isPending={off.isPending}
      onSubmit={() =>
        off.mutate(password, {
          onSuccess: () => {
            say('The second factor is off.');
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <p>From now on your password is enough to sign in. Your recovery codes stop working.</p>
      <PasswordField
        label="Your password"
        autoFocus
        value={password}
        onChange={setPassword}
        error={fieldError(off.error, 'password')}
      />
      <Refusal error={formError(off.error, ['password'])} />
    </FormDialog>
  );
}
