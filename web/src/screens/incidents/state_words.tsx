// The states of services, incidents and windows as people say them.
import { Chip, Mark, type Tone, type toneIcons } from '@/design/tone';
import type { IncidentState, ServiceState, Window } from './data';

type Words = { words: string; tone: Tone; icon?: keyof typeof toneIcons };

export const serviceWords: Record<ServiceState, Words> = {
  operational: { words: 'Works', tone: 'ok' },
  degraded: { words: 'Degraded', tone: 'warn' },
  partial: { words: 'Partly down', tone: 'warn' },
  major: { words: 'Down', tone: 'bad' },
  maintenance: { words: 'In maintenance', tone: 'plan' },
  unknown: { words: 'Unknown', tone: 'unk' },
};

export const incidentWords: Record<IncidentState, Words> = {
  investigating: { words: 'Investigating', tone: 'bad' },
  identified: { words: 'Identified', tone: 'warn' },
  monitoring: { words: 'Monitoring', tone: 'plan', icon: 'info' },
  resolved: { words: 'Resolved', tone: 'ok' },
};

export const windowWords: Record<Window['state'], Words> = {
  planned: { words: 'Planned', tone: 'plan' },
  started: { words: 'Running now', tone: 'warn', icon: 'plan' },
  finished: { words: 'Finished', tone: 'ok' },
  cancelled: { words: 'Cancelled', tone: 'unk', icon: 'off' },
};

const looks = ({ tone, icon }: Words) => (icon ? { tone, icon } : { tone });

export function StateChip({ state }: { state: Words }) {
  return <Chip {...looks(state)}>{state.words}</Chip>;
}

/** "Statistics: Down", with its icon. */
export function ServiceMark({ name, state }: { name: string; state: ServiceState }) {
  return (
    <Mark {...looks(serviceWords[state])}>
      <span dir="auto">{name}</span>: {serviceWords[state].words}
    </Mark>
  );
}
