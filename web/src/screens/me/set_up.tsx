// Three steps: prove that it is you, give the secret to the app, prove that the app has it.
import { useState } from 'react';
import { fieldError, formError } from '@/api/problem';
import { CopyIcon } from '@/design/copy';
import { FormDialog } from '@/design/dialog';
import { PasswordField } from '@/design/password_field';
import { Refusal } from '@/design/states';
import { CodeField } from './code_field';
import { QrCode } from './qr_code';
import { useBegin, useConfirm } from './queries';
import { inFours } from './secret';

export function SetUp({
  onDone,
  onClose,
}: {
  onDone: (codes: readonly string[]) => void;
  onClose: () => void;
}) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useBegin();
  const confirm = useConfirm();
  const pending = begin.data;

  if (!pending)
    return (
      <FormDialog
        title="Set up the second factor"
        verb="Go on"
        isOpen
        isPending={begin.isPending}
        onSubmit={() => begin.mutate(password)}
        onClose={onClose}
      >
        <p>You need an authenticator app. First, is it you?</p>
        <PasswordField
          label="Your password"
          autoFocus
          value={password}
          onChange={setPassword}
          error={fieldError(begin.error, 'password')}
        />
        <Refusal error={formError(begin.error, ['password'])} />
      </FormDialog>
    );

  return (
    <FormDialog
      title="Set up the second factor"
      verb="Turn it on"
      isOpen
      isPending={confirm.isPending}
      onSubmit={() =>
        confirm.mutate(code.trim(), { onSuccess: ({ recovery_codes }) => onDone(recovery_codes) })
      }
      onClose={onClose}
    >
      <p>Scan this with the app, or type the secret into it.</p>
      <div className="flex flex-wrap items-center gap-4">
        <QrCode text={pending.uri} label="The secret as a QR code" />
        <div className="min-w-0 grow basis-52">
          <div className="font-medium">Secret</div>
          <div className="flex items-center gap-1">
            <span className="select-all font-mono">{inFours(pending.secret)}</span>
            <CopyIcon text={pending.secret} what="the secret" />
          </div>
        </div>
      </div>
      <CodeField
        help="The six digits that the app shows now."
        value={code}
        onChange={setCode}
        error={fieldError(confirm.error, 'code')}
      />
      <p className="text-sm text-soft">It signs you out everywhere else.</p>
      <Refusal error={formError(confirm.error, ['code'])} />
    </FormDialog>
  );
}
