// What is known about a span before it is announced: too short a notice, customers' own dates,
// other work, and the next time that suits everybody.
import { Link } from '@tanstack/react-router';
import { Button } from '@/design/button';
import { Moment, Span } from '@/design/moment';
import { Notice } from '@/design/tone';
import { countOf } from '@/design/words';
import type { Checked } from './data';
import { isShort, shortWords } from './plan_draft';

/** More names than this do not help to decide. */
const mostNamed = 5;

export function CheckedSpan({
  checked,
  canWait = true,
  onTake,
}: {
  checked: Checked | undefined;
  /** Not where it runs already. */
  canWait?: boolean;
  /** Absent where the time is settled. */
  onTake?: (startsAt: string, endsAt: string) => void;
}) {
  if (!checked) return <div role="status" />;
  const { conflicts, is_cut, windows, next_free } = checked;
  const isFree = conflicts.length === 0 && windows.length === 0;
  return (
    <div role="status" className="flex flex-col gap-2">
      {isShort(checked) && (
        <Notice tone="warn">
          This notice is short. {shortWords(checked)}{' '}
          {canWait ? 'A later start keeps the promise; otherwise say' : 'Say'} why, and the ledger
          says that it was broken.
        </Notice>
      )}
      {conflicts.length > 0 && (
        <Notice tone="warn">
          <p className="font-medium">
            {countOf(conflicts.length, 'customer date falls', 'customer dates fall')} into it:
          </p>
          <ul className="list-disc ps-5">
            {conflicts.slice(0, mostNamed).map(({ account, account_name, title, from }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may look the same to who may not read accounts
              <li key={place}>
                {account !== null && (
                  <>
                    <span dir="auto">
                      {account_name}: {title}
                    </span>
                    ,{' '}
                  </>
                )}
                <Moment at={from} />
              </li>
            ))}
          </ul>
          {conflicts.length > mostNamed && <p>and {conflicts.length - mostNamed} more.</p>}
        </Notice>
      )}
      {is_cut && (
        <Notice tone="warn">
          There are more customer dates ahead than were looked at; the later ones are not counted.
        </Notice>
      )}
      {windows.length > 0 && (
        <Notice tone="warn">
          {countOf(windows.length, 'other window touches', 'other windows touch')} these services
          then:{' '}
          {windows.map((id, place) => (
            <Link
              key={id}
              to="/windows"
              search={{ window: id }}
              className="me-2 underline"
              target="_blank"
            >
              look at {windows.length > 1 ? place + 1 : 'it'}
            </Link>
          ))}
        </Notice>
      )}
      {!isFree && next_free && onTake && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>
            The next free time is <Span from={next_free.starts_at} to={next_free.ends_at} />.
          </span>
          <Button onPress={() => onTake(next_free.starts_at, next_free.ends_at)}>Take it</Button>
        </p>
      )}
    </div>
  );
}
