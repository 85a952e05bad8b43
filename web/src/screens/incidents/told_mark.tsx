import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/app/session';
import { Mark } from '@/design/tone';
import { grouped } from '@/design/words';
import { proofQuery } from './data';

/** A page alone does not count as told: red until somebody heard it directly. */
export function ToldMark({ incident }: { incident: string }) {
  const mayProve = useMay('read_proof');
  const proof = useQuery({ ...proofQuery(incident), enabled: mayProve }).data;
  if (!proof || proof.exposed === 0 || proof.told > 0) return null;
  return (
    <Mark tone="bad">
      <b className="font-semibold">0 of {grouped(proof.exposed)} told</b>
    </Mark>
  );
}
