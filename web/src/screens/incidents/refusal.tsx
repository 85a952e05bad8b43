import { Refused } from '@/api/problem';
import { Notice } from '@/design/tone';

/** Why it was not done, where that belongs to no field; what names a field stands beside it. */
export function Refusal({ error }: { error: Error | null }) {
  if (!error || (error instanceof Refused && error.fields.length > 0)) return null;
  return (
    <div role="alert">
      <Notice tone="bad">{error.message}</Notice>
    </div>
  );
}
