import { countOf, grouped } from '@/design/words';
import type { Audience } from './data';

/** How many hear of it, in a line; holds its place while they are counted. */
export function WillHear({
  audience,
  isOnlyOne = false,
}: {
  audience: Audience | undefined;
  /** Trouble of one account only. */
  isOnlyOne?: boolean;
}) {
  return (
    <p aria-live="polite" className="min-h-5.5 text-soft">
      {isOnlyOne && 'Only the customer whom it hits will be told.'}
      {audience &&
        `${grouped(audience.will_be_told)} of ${countOf(audience.contacts, 'contact')} will be told by mail.`}
    </p>
  );
}
