// The way in: a password, then a code where a second factor is on; then back to where one was.
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask, type Takes } from '@/api/client';
import { Refused } from '@/api/problem';
import { queries } from '@/api/queries';
import { useNamesWindow } from '@/design/names_window';
import { Notice } from '@/design/tone';
import { CodeStep } from './code_step';
import { PasswordStep } from './password_step';

const route = getRouteApi('/sign-in');
type SignIn = Takes<'/api/v1/session'>;

export function SignInScreen() {
  const { to = '/', ended } = route.useSearch();
  const router = useRouter();
  const heading = useNamesWindow();
  const [who, setWho] = useState({ email: '', password: '' });
  const [asksCode, setAsksCode] = useState(false);
  const signIn = useMutation({
    mutationFn: (wish: SignIn) => ask(api.POST('/api/v1/session', { body: wish })),
    onSuccess: () => {
      // Whatever an earlier person had loaded is none of ours.
      queries.clear();
      router.history.replace(`/console${to}`);
    },
    onError: (error) => {
      if (error instanceof Refused && error.code === 'session.needs_code') {
        setAsksCode(true);
        signIn.reset();
      }
    },
  });

  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-96 flex-col justify-center px-4 py-8">
      <h1 ref={heading} className="mb-4 font-semibold text-2xl tracking-tight">
        {asksCode ? 'Your second factor' : 'Sign in'}
      </h1>
      {ended && !asksCode && (
        <div className="mb-4">
          <Notice tone="plan" icon="info">
            You were signed out. What you wrote is kept: sign in and go on where you were.
          </Notice>
        </div>
      )}
      {asksCode ? (
        <CodeStep
          error={signIn.error}
          isPending={signIn.isPending}
          onCode={(code) => signIn.mutate({ ...who, code })}
          onBack={() => {
            signIn.reset();
            setAsksCode(false);
          }}
        />
      ) : (
        <PasswordStep
          who={who}
          onChange={setWho}
          error={signIn.error}
          isPending={signIn.isPending}
          onSignIn={() => signIn.mutate(who)}
        />
      )}
    </main>
  );
}
