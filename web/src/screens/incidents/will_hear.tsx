import { countOf, grouped } from '@/design/words';
import { byChannels, heldWords } from './audience_words';
import type { Audience } from './data';

/** How many hear of it, in a line; holds its place while they are counted. */
export function WillHear({ audience }: { audience: Audience | undefined }) {
  return (
    <p aria-live="polite" className="min-h-5.5 text-soft">
      {audience &&
        `${grouped(audience.will_be_told)} of ${countOf(audience.contacts, 'contact')} will be told${byChannels(audience.channels.map(({ channel }) => channel))}${heldWords(audience)}.`}
    </p>
  );
}
