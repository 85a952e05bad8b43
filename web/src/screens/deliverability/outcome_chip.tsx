import { Chip } from '@/design/tone';
import type { Bounce } from './queries';
import { outcomes } from './words';

/** What became of a mail that came back. */
export function OutcomeChip({ outcome }: Pick<Bounce, 'outcome'>) {
  const { words, tone, icon } = outcomes[outcome];
  return (
    <Chip tone={tone} icon={icon}>
      {words}
    </Chip>
  );
}
