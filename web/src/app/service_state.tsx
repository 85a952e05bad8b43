import type { Row } from '@/api/client';
import { Mark, type Tone } from '@/design/tone';

type State = Row<'/api/v1/services'>['state'];

/** The words of the status page: we say inside what customers read outside. */
export const serviceStates: Record<State, { tone: Tone; word: string }> = {
  operational: { tone: 'ok', word: 'Works' },
  degraded: { tone: 'warn', word: 'Slow or partly failing' },
  partial: { tone: 'warn', word: 'Partly down' },
  major: { tone: 'bad', word: 'Down' },
  maintenance: { tone: 'plan', word: 'In maintenance' },
  unknown: { tone: 'unk', word: 'Not known' },
};

export function ServiceState({ state }: { state: State }) {
  const { tone, word } = serviceStates[state];
  return <Mark tone={tone}>{word}</Mark>;
}
