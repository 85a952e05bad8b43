// The states of incidents and windows as people say them.
import { serviceStates } from '@/app/service_state';
import { Chip, Mark, type Tone, type toneIcons } from '@/design/tone';
import type { IncidentState, ServiceState, Window } from './data';

type Words = { words: string; tone: Tone; icon?: keyof typeof toneIcons };

export const incidentWords: Record<IncidentState, Words> = {
  suspected: { words: 'Suspected', tone: 'warn', icon: 'unk' },
  investigating: { words: 'Investigating', tone: 'bad' },
  identified: { words: 'Identified', tone: 'warn' },
  monitoring: { words: 'Monitoring', tone: 'plan', icon: 'info' },
  resolved: { words: 'Resolved', tone: 'ok' },
  review: { words: 'Looked back', tone: 'ok' },
};

export const windowWords: Record<Window['state'], Words> = {
  planned: { words: 'Planned', tone: 'plan' },
  started: { words: 'Running now', tone: 'warn', icon: 'plan' },
  finished: { words: 'Finished', tone: 'ok' },
  cancelled: { words: 'Cancelled', tone: 'unk', icon: 'off' },
};

export function StateChip({ state: { words, tone, icon } }: { state: Words }) {
  return (
    <Chip tone={tone} {...(icon ? { icon } : {})}>
      {words}
    </Chip>
  );
}

/** "Statistics: Down", with its icon. */
export function ServiceMark({ name, state }: { name: string; state: ServiceState }) {
  const { tone, word } = serviceStates[state];
  return (
    <Mark tone={tone}>
      <span dir="auto">{name}</span>: {word}
    </Mark>
  );
}
