import { useQuery } from '@tanstack/react-query';
import { Mark } from '@/design/tone';
import { grouped } from '@/design/words';
import { toldQuery } from './data';

/** A page alone does not count as told: red until somebody heard it directly. */
export function ToldMark({ incident }: { incident: string }) {
  const counts = useQuery(toldQuery(incident)).data;
  if (!counts || counts.of === 0 || counts.told > 0) return null;
  return (
    <Mark tone="bad">
      <b className="font-semibold">0 of {grouped(counts.of)} told</b>
    </Mark>
  );
}
