import type { Row } from '@/api/client';
import { Chip, type Tone, type toneIcons } from '@/design/tone';

type Promised = Pick<Row<'/api/v1/promises'>, 'state' | 'settled_at'>;
type Standing = { tone: Tone; icon?: keyof typeof toneIcons; word: string };

/** Late is said of what is still owed, and of what was done after it was due. */
export function standing({ state, settled_at }: Promised): Standing {
  switch (state) {
    case 'open':
      return { tone: 'plan', icon: 'due', word: 'Open' };
    case 'kept':
      return { tone: 'ok', word: 'Kept' };
    case 'late':
      return settled_at
        ? { tone: 'warn', icon: 'late', word: 'Done late' }
        : { tone: 'bad', icon: 'late', word: 'Late' };
    case 'broken':
      return { tone: 'bad', word: 'Broken' };
    case 'withdrawn':
      return { tone: 'unk', icon: 'off', word: 'Withdrawn' };
  }
}

export function PromiseState({ promise }: { promise: Promised }) {
  const { word, ...look } = standing(promise);
  return <Chip {...look}>{word}</Chip>;
}
