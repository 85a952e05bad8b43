// An attempt belongs to whoever makes it, as the draft does that it sends: at a desk that two people
// use one never sends what the other had tried.
import { useMemo } from 'react';
import { Attempt, dropAttempt } from '@/api/attempt';
import { queries } from '@/api/queries';
import { meQuery } from './session';

function nameOf(draft: string): string {
  const me = queries.getQueryData(meQuery.queryKey);
  return `${me?.person?.id ?? me?.token?.id ?? ''}/${draft}`;
}

export function useAttempt<B>(draft: string): Attempt<B> {
  return useMemo(() => new Attempt<B>(nameOf(draft)), [draft]);
}

/** What this draft sends from now on is another request. */
export function forgetAttempt(draft: string) {
  dropAttempt(nameOf(draft));
}
