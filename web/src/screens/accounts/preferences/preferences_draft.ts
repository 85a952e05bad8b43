// A contact's preferences while they are being changed, and what the server is asked for.
import { type Topic, topics } from '@/app/topics';
import type { NewPreferences, Preferences } from './queries';

/** Those that a contact chooses; webhooks are an account's. */
export const ownChannels = ['mail', 'sms', 'push'] as const;
export type OwnChannel = (typeof ownChannels)[number];

export type Matrix = Record<OwnChannel, readonly Topic[]>;

export type PreferencesDraft = {
  /** As his plan says, whatever that says later. */
  follows: Record<OwnChannel, boolean>;
  chosen: Matrix;
  isQuiet: boolean;
  quietFrom: string;
  quietTo: string;
  /** Trouble comes through quiet hours all the same. */
  exceptOutages: boolean;
  isDigest: boolean;
  digestAt: string;
  shortText: boolean;
  language: string;
  zone: string;
  phone: string;
  /** A subscriber's, who chooses them on his own page: kept as they are. */
  services: Preferences['services'];
};

const topicsOf = (choices: Preferences['choices'], channel: OwnChannel) =>
  choices.find((choice) => choice.channel === channel)?.topics;

const matrixOf = (choices: Preferences['choices'], rest?: Matrix): Matrix => {
  const of = (channel: OwnChannel) => topicsOf(choices, channel) ?? rest?.[channel] ?? [];
  return { mail: of('mail'), sms: of('sms'), push: of('push') };
};

export const planMatrix = ({ plan_choices }: Pick<Preferences, 'plan_choices'>): Matrix =>
  matrixOf(plan_choices);

export function draftOf(preferences: Preferences): PreferencesDraft {
  const { choices, quiet_hours, digest_at, short_text, language, zone, phone, services } =
    preferences;
  const follows = (channel: OwnChannel) => topicsOf(choices, channel) === undefined;
  return {
    follows: { mail: follows('mail'), sms: follows('sms'), push: follows('push') },
    chosen: matrixOf(choices, planMatrix(preferences)),
    isQuiet: quiet_hours !== null,
    quietFrom: quiet_hours?.from ?? '22:00',
    quietTo: quiet_hours?.to ?? '07:00',
    exceptOutages: quiet_hours?.except_outages ?? true,
    isDigest: digest_at !== null,
    digestAt: digest_at ?? '08:00',
    shortText: short_text,
    language,
    zone,
    phone: phone ?? '',
    services,
  };
}

/** What holds on each channel, by his own choice or by the plan. */
export const shownMatrix = ({ follows, chosen }: PreferencesDraft, plan: Matrix): Matrix => {
  const of = (channel: OwnChannel) => (follows[channel] ? plan : chosen)[channel];
  return { mail: of('mail'), sms: of('sms'), push: of('push') };
};

/** In the order of the screen, so that the same choice is always the same text. */
export function switched(matrix: Matrix, channel: OwnChannel, topic: Topic, on: boolean): Matrix {
  const next = topics.filter((each) => (each === topic ? on : matrix[channel].includes(each)));
  return { ...matrix, [channel]: next };
}

export function bodyOf(draft: PreferencesDraft): NewPreferences {
  return {
    choices: ownChannels
      .filter((channel) => !draft.follows[channel])
      .map((channel) => ({ channel, topics: [...draft.chosen[channel]] })),
    quiet_hours: draft.isQuiet
      ? { from: draft.quietFrom, to: draft.quietTo, except_outages: draft.exceptOutages }
      : null,
    digest_at: draft.isDigest ? draft.digestAt : null,
    short_text: draft.shortText,
    language: draft.language,
    zone: draft.zone,
    phone: draft.phone.trim() || null,
    services: draft.services,
  };
}
