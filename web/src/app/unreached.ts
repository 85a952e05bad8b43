// Why announcements to an address do not arrive, in words.
import type { Row } from '@/api/client';

export type Cause = Row<'/api/v1/suppressions'>['cause'];

export const causeWords: Record<Cause, string> = {
  no_such_address: 'No such address',
  keeps_bouncing: 'Mail keeps coming back',
  complained: 'Called our mail unwanted',
};

/** What the other server said: the server's reason begins with the cause, which stands beside it. */
export function serverWords(cause: Cause, reason: string): string {
  const known = `${causeWords[cause].toLowerCase()}`;
  return reason.toLowerCase().startsWith(known)
    ? reason.slice(known.length).replace(/^:\s*/, '')
    : reason;
}
