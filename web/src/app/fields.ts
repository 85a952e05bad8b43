import { fieldError, formError } from '@/api/problem';
import { usePatch } from './patch';

type Sending = { error: Error | null; isError: boolean; reset: () => void };

/**
 * The fields of one form: what the server refused stands beside its field, or with the form where it
 * names none of these, until something is changed.
 */
export function useFields<T extends object, Field extends string>(
  sending: Sending,
  fields: readonly Field[],
  draft: T,
  setDraft: (next: T) => void,
): {
  change: (next: Partial<T>) => void;
  error: (field: Field) => string | undefined;
  rest: Error | null;
} {
  const patch = usePatch(draft, setDraft);
  return {
    change: (next) => {
      if (sending.isError) sending.reset();
      patch(next);
    },
    error: (field) => fieldError(sending.error, field),
    rest: formError(sending.error, fields),
  };
}
