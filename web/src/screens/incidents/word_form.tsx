import type { ReactNode, RefObject } from 'react';
import { Button } from '@/design/button';
import { Locked } from '@/design/locked';
import { publishKeys } from './publish_keys';
import { Refusal } from './refusal';
import { type Said, See } from './see/see';

/** What a form that publishes a word has in common: nothing leaves by a stray Enter. */
export function WordForm({
  formRef,
  label,
  verb,
  error,
  isPending,
  onSubmit,
  said,
  children,
}: {
  formRef: RefObject<HTMLFormElement | null>;
  label: string;
  verb: string;
  error: Error | null;
  isPending: boolean;
  onSubmit: () => void;
  /** What would be published now; nothing where something is missing, and then says so. */
  said: () => Said | undefined;
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
        <See said={said} />
      </div>
    </form>
  );
}
