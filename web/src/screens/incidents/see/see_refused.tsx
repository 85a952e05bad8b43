import { Refused } from '@/api/problem';
import { Notice } from '@/design/tone';

/** What would be refused is refused here, too; its fields stand in the form behind. */
export function SeeRefused({ error }: { error: Error }) {
  const fields = error instanceof Refused ? error.fields : [];
  return (
    <div role="alert">
      <Notice tone="warn">
        <p>It cannot be published like this.</p>
        {fields.length > 0 ? (
          <ul>
            {fields.map(({ field, detail }) => (
              <li key={field}>{detail}</li>
            ))}
          </ul>
        ) : (
          <p>{error.message}</p>
        )}
      </Notice>
    </div>
  );
}
