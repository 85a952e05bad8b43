import { Chip } from '@/design/tone';
import type { Delivery } from './data';
import { fates } from './proof_words';

/** What became of a delivery. */
export function FateChip({ state }: Pick<Delivery, 'state'>) {
  const { words, tone, icon } = fates[state];
  return (
    <span className="whitespace-nowrap">
      <Chip tone={tone} icon={icon}>
        {words}
      </Chip>
    </span>
  );
}
