// Why somebody hears of an incident or does not, in words.
import { listOf } from '@/design/words';
import type { Person } from './data';

const withheldWords: Record<NonNullable<Person['withheld']>, string> = {
  topic_off: 'chose not to hear about this',
  unconfirmed: 'has not confirmed the address yet',
  suppressed: 'the address does not take our mail',
};

export function withheldReason(reason: NonNullable<Person['withheld']>): string {
  return withheldWords[reason];
}

function becauseWords({
  account_name,
  because,
  services,
}: Pick<Person, 'account_name' | 'because' | 'services'>): string {
  switch (because) {
    case 'uses_service':
      return `${account_name} uses ${listOf(services)}`;
    case 'exposure_unknown':
      return `we do not know what ${account_name} uses`;
    case 'was_told':
      return 'they heard of the beginning';
    case 'own_trouble':
      return `only ${account_name} is hit`;
  }
}

/** "Told, because Studio Ruiz uses Galleries and Uploads." */
export function whyWords(
  person: Pick<Person, 'account_name' | 'because' | 'services' | 'will_be_told' | 'withheld'>,
): string {
  const why = becauseWords(person);
  return person.will_be_told || !person.withheld
    ? `Told, because ${why}.`
    : `Not told: ${withheldReason(person.withheld)}. Counted, because ${why}.`;
}
