import type { ReactNode, RefObject } from 'react';
import { Button } from '@/design/button';
import { Locked } from '@/design/locked';
import { publishKeys } from './publish_keys';
import { Refusal } from './refusal';

/** What a form that publishes a word has in common: nothing leaves by a stray Enter. */
export function WordForm({
  formRef,
  label,
  verb,
  error,
  isPending,
  onSubmit,
  children,
}: {
  formRef: RefObject<HTMLFormElement | null>;
  label: string;
  verb: string;
  error: Error | null;
  isPending: boolean;
  onSubmit: () => void;
  children: ReactNode;
}) {
  return (
    <form
      ref={formRef}
      aria-label={label}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) onSubmit();
      }}
      onKeyDown={publishKeys(() => !isPending && onSubmit())}
    >
      <Locked when={isPending}>{children}</Locked>
      <Refusal error={error} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button look="main" type="submit" isPending={isPending}>
          {verb}
        </Button>
        <span className="text-sm text-soft">or Ctrl+Enter</span>
      </div>
    </form>
  );
}
