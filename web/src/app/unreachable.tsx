import type { Gives } from '@/api/client';
import { Day } from '@/design/moment';
import { Mark } from '@/design/tone';
import { causeWords, serverWords } from './unreached';

/** Stands with a contact to whom no announcement goes: why, since when, and in which words. */
export function Unreachable({
  why,
}: {
  why: NonNullable<Gives<'/api/v1/contacts/{id}'>['unreachable']>;
}) {
  const said = serverWords(why.cause, why.reason);
  return (
    <div>
      <Mark tone="bad" icon="off">
        <b className="font-semibold">Cannot be reached</b> since <Day at={why.since} />:{' '}
        {causeWords[why.cause].toLowerCase()}
      </Mark>
      {said && (
        <p className="wrap-anywhere text-sm text-soft" dir="auto">
          {said}
        </p>
      )}
    </div>
  );
}
