import { Chip } from '@/design/tone';
import { type DeliveryState, fates } from './fates';

/** What became of a delivery. */
export function FateChip({ state }: { state: DeliveryState }) {
  const { words, tone, icon } = fates[state];
  return (
    <span className="whitespace-nowrap">
      <Chip tone={tone} icon={icon}>
        {words}
      </Chip>
    </span>
  );
}
