import { TextField } from '@/design/field';
import { type Hit, percentGap } from './hits';

/** How much of a service fails, and how that shows; uptime is counted by it. */
export function HitFields({
  name,
  hit,
  onChange,
}: {
  name: string;
  hit: Hit;
  onChange: (hit: Hit) => void;
}) {
  return (
    <fieldset className="grid w-full gap-x-3 gap-y-2 pb-1.5 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <legend className="sr-only">How {name} fails</legend>
      <TextField
        label="Fails, in % of tries"
        inputProps={{ inputMode: 'decimal' }}
        value={hit.percent}
        onChange={(percent) => onChange({ ...hit, percent })}
        error={percentGap(hit)}
      />
      <TextField
        label="How it shows"
        inputProps={{ placeholder: '“Uploads take minutes”' }}
        value={hit.symptom}
        onChange={(symptom) => onChange({ ...hit, symptom })}
      />
    </fieldset>
  );
}
