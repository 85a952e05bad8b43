// How a webhook stands and what became of a post, in words.
import { dialectNames } from '@/app/channels';
import { topicNames } from '@/app/topics';
import type { Tone, toneIcons } from '@/design/tone';
import { listOf } from '@/design/words';
import type { Post, Webhook } from './queries';

export const dialects: Record<Webhook['dialect'], { name: string; note: string }> = {
  standard: { name: dialectNames.standard, note: 'Our own shape: type, timestamp, data.' },
  statuspage: {
    name: dialectNames.statuspage,
    note: 'For programs that read Statuspage’s webhooks.',
  },
  slack: { name: dialectNames.slack, note: 'An incoming webhook of a channel.' },
  teams: { name: dialectNames.teams, note: 'A webhook of the app Workflows.' },
  discord: { name: dialectNames.discord, note: 'A webhook of a channel.' },
  mattermost: { name: dialectNames.mattermost, note: 'An incoming webhook of a channel.' },
  matrix: { name: dialectNames.matrix, note: 'A generic webhook of the bridge hookshot.' },
};

/** A room of people needs no secret: its address is one. */
export const isChat = (dialect: Webhook['dialect']): boolean =>
  dialect !== 'standard' && dialect !== 'statuspage';

export const dialectOptions = (Object.keys(dialects) as Webhook['dialect'][]).map((id) => ({
  id,
  ...dialects[id],
}));

type Standing = { words: string; tone: Tone; icon?: keyof typeof toneIcons };

export function standingOf({
  state,
  disabled_because,
  failing_since,
}: Pick<Webhook, 'state' | 'disabled_because' | 'failing_since'>): Standing {
  if (disabled_because === 'gone')
    return { words: 'Switched off: it answered that it is gone (410)', tone: 'bad', icon: 'off' };
  if (disabled_because === 'silent')
    return { words: 'Switched off: five days without one good answer', tone: 'bad', icon: 'off' };
  if (state === 'disabled') return { words: 'Off', tone: 'unk', icon: 'off' };
  if (failing_since) return { words: 'Does not answer well', tone: 'warn' };
  return { words: 'Works', tone: 'ok' };
}

/** "Maintenance, trouble and recovery of all that the account uses". */
export function hearsWords({ topics, services }: Pick<Webhook, 'topics' | 'services'>): string {
  const what = listOf(topics.map((topic) => topicNames[topic]));
  const where =
    services === null
      ? 'all that the account uses'
      : services.length === 1
        ? 'one service'
        : `${services.length} services`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} of ${where}`;
}

export const fates: Record<Post['state'], Standing> = {
  accepted: { words: 'Taken', tone: 'ok' },
  queued: { words: 'Waiting', tone: 'unk', icon: 'due' },
  held: { words: 'Held back', tone: 'unk', icon: 'due' },
  sending: { words: 'Being posted', tone: 'plan', icon: 'due' },
  deferred: { words: 'Tried again later', tone: 'warn', icon: 'due' },
  failed: { words: 'Failed', tone: 'bad' },
  bounced: { words: 'Failed', tone: 'bad' },
  suppressed: { words: 'Blocked', tone: 'bad', icon: 'off' },
  opted_out: { words: 'Not wanted', tone: 'unk', icon: 'off' },
  unknown: { words: 'Perhaps taken', tone: 'warn', icon: 'unk' },
  superseded: { words: 'A newer word took its place', tone: 'unk', icon: 'info' },
  cancelled: { words: 'Taken back', tone: 'unk', icon: 'off' },
};

/** "incident.data_lost" as "Incident: data lost". */
export function typeWords(type: string): string {
  const [about = '', ...state] = type.split('.');
  const words = state.join(' ').replaceAll('_', ' ');
  const name = about.charAt(0).toUpperCase() + about.slice(1);
  return words ? `${name}: ${words}` : name;
}

/** "503 after 120 ms"; where nobody answered, the answer itself says why. */
export function attemptWords({ status, ms }: Post['attempts'][number]): string {
  const took = ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;
  return status === null ? `No answer after ${took}` : `${status} after ${took}`;
}
