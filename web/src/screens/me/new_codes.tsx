import { useState } from 'react';
import { fieldError, formError } from '@/api/problem';
import { FormDialog } from '@/design/dialog';
import { Refusal } from '@/design/states';
import { CodeField } from './code_field';
import { useNewCodes } from './queries';

export function NewCodes({
  onDone,
  onClose,
}: {
  onDone: (codes: readonly string[]) => void;
  onClose: () => void;
}) {
  const [code, setCode] = useState('');
  const renew = useNewCodes();
  return (
    <FormDialog
      title="New recovery codes"
      verb="Make new codes"
      isOpen
      isPending={renew.isPending}
      onSubmit={() =>
        renew.mutate(code.trim(), { onSuccess: ({ recovery_codes }) => onDone(recovery_codes) })
      }
      onClose={onClose}
    >
      <p>The ones that you have stop working.</p>
      <CodeField
        help="The six digits that your authenticator app shows now."
        value={code}
        onChange={setCode}
        error={fieldError(renew.error, 'code')}
      />
      <Refusal error={formError(renew.error, ['code'])} />
    </FormDialog>
  );
}
