import { type FormEvent, useEffect, useRef, useState } from 'react';
import { fieldError, formError, Refused } from '@/api/problem';
import { Button } from '@/design/button';
import { TextField } from '@/design/field';
import { Refusal } from '@/design/states';

export function CodeStep({
  error,
  isPending,
  onCode,
  onBack,
}: {
  error: Error | null;
  isPending: boolean;
  onCode: (code: string) => void;
  onBack: () => void;
}) {
  const [code, setCode] = useState('');
  const [recovers, setRecovers] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error) input.current?.select();
  }, [error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onCode(code.trim());
  };
  const wrong =
    error instanceof Refused && error.code === 'session.wrong_code'
      ? error.message
      : fieldError(error, 'code');
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        // Another kind of code is another field: what was typed in the first is no use in it.
        key={recovers ? 'recovery' : 'app'}
        label={recovers ? 'Recovery code' : 'Code from your app'}
        help={
          recovers
            ? 'One of the ten that you kept when you set up the second factor. Each works once.'
            : 'The six digits that your authenticator app shows for Tellfirst now.'
        }
        name="code"
        autoComplete={recovers ? 'off' : 'one-time-code'}
        inputMode={recovers ? 'text' : 'numeric'}
        autoFocus
        isRequired
        value={code}
        onChange={setCode}
        error={wrong}
        inputRef={input}
        mono
        inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
      />
      <Refusal error={wrong ? null : formError(error)} />
      <Button look="main" type="submit" isPending={isPending} className="min-h-9">
        Sign in
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button
          look="quiet"
          onPress={() => {
            setCode('');
            setRecovers(!recovers);
          }}
        >
          {recovers ? 'Use the app instead' : 'Use a recovery code instead'}
        </Button>
        <Button look="quiet" onPress={onBack}>
          Back
        </Button>
      </div>
      {recovers && (
        <p className="text-soft">
          No code left? An owner of your team can turn your second factor off (Team, then your
          name); whoever runs the server, too.
        </p>
      )}
    </form>
  );
}
