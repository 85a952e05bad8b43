import { type FormEvent, useEffect, useRef } from 'react';
import { fieldError, formError } from '@/api/problem';
import { Button } from '@/design/button';
import { TextField } from '@/design/field';
import { PasswordField } from '@/design/password_field';
import { Refusal } from '@/design/states';

type Who = { email: string; password: string };

export function PasswordStep({
  who,
  onChange,
  error,
  isPending,
  onSignIn,
}: {
  who: Who;
  onChange: (who: Who) => void;
  error: Error | null;
  isPending: boolean;
  onSignIn: () => void;
}) {
  const password = useRef<HTMLInputElement>(null);
  // Most often it is the password that was mistyped: it is ready to be typed over.
  useEffect(() => {
    if (error) password.current?.select();
  }, [error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onSignIn();
  };
  return (
    <>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoFocus
          isRequired
          value={who.email}
          onChange={(email) => onChange({ ...who, email })}
          error={fieldError(error, 'email')}
          inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
        />
        <PasswordField
          label="Password"
          value={who.password}
          onChange={(typed) => onChange({ ...who, password: typed })}
          error={fieldError(error, 'password')}
          inputRef={password}
        />
        <Refusal error={formError(error, ['email', 'password'])} />
        <Button look="main" type="submit" isPending={isPending} className="min-h-9">
          Sign in
        </Button>
      </form>
      <details className="mt-6 text-soft">
        <summary className="w-fit cursor-default rounded-sm py-0.5 text-ink underline decoration-edge underline-offset-3">
          Forgot your password?
        </summary>
        <p className="mt-2">
          Ask an owner of your team for a new password link (Team, then your name). It works once
          and within a day, and ends your other sessions.
        </p>
        <p className="mt-2">
          You are the only owner? Whoever runs the server gets a link by{' '}
          <code>tellfirst user link --email ADDRESS</code>.
        </p>
      </details>
    </>
  );
}
