// Why somebody hears of an incident or does not, in words.
import { listOf } from '@/design/words';
import type { Person } from './data';

const withheldWords: Record<NonNullable<Person['withheld']>, string> = {
  topic_off: 'chose not to hear about this',
  suppressed: 'the address does not take our mail',
};

export function withheldReason(reason: NonNullable<Person['withheld']>): string {
  return withheldWords[reason];
}

/** "Told, because Studio Ruiz uses Galleries and Uploads." */
export function whyWords(
  person: Pick<Person, 'account_name' | 'because' | 'services' | 'will_be_told' | 'withheld'>,
): string {
  const why =
    person.because === 'uses_service'
      ? `${person.account_name} uses ${listOf(person.services)}`
      : person.because === 'exposure_unknown'
        ? `we do not know what ${person.account_name} uses`
        : 'they heard of the beginning';
  return person.will_be_told || !person.withheld
    ? `Told, because ${why}.`
    : `Not told: ${withheldReason(person.withheld)}. Counted, because ${why}.`;
}
