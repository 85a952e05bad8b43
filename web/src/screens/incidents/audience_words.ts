// Why somebody hears of an incident or does not, in words.
import { type Channel, channelNames } from '@/app/channels';
import { money } from '@/app/money';
import { grouped, listOf } from '@/design/words';
import type { Audience, Person } from './data';

const withheldWords: Record<NonNullable<Person['withheld']>, string> = {
  topic_off: 'chose not to hear about this',
  not_chosen: 'chose other services',
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
    case 'of_brand':
      return 'it is for all readers of the brand';
    case 'subscribed':
      return 'they subscribed on the status page';
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

const byChannel: Record<Channel, string> = {
  mail: 'by mail',
  sms: 'by SMS',
  push: 'in the browser',
  webhook: 'by webhook',
};

/** " by mail and by SMS", to go on with "212 will be told". */
export function byChannels(channels: readonly Channel[]): string {
  const words = listOf(channels.map((channel) => byChannel[channel]));
  return words && ` ${words}`;
}

/** ", 1 of them only once a partner releases it", to go on with "7 will be told". */
export function heldWords({ held }: Pick<Audience, 'held'>): string {
  return held > 0 ? `, ${grouped(held)} of them only once a partner releases it` : '';
}

export type ChannelLine = { channel: string; count: string; more: string };

/** What each channel carries, where the sum does not say it all. */
export function channelLines(channels: Audience['channels']): ChannelLine[] {
  const lines = channels.map(({ channel, contacts, quiet, price }) => ({
    channel: channelNames[channel],
    count: grouped(contacts),
    more: [
      price &&
        `at least ${money({ ...price, minor: price.minor * contacts })}, ${money(price)} each`,
      quiet > 0 && `${grouped(quiet)} only after their quiet hours`,
    ]
      .filter(Boolean)
      .join('; '),
  }));
  return lines.length > 1 || lines.some(({ more }) => more) ? lines : [];
}
