import type { ReactNode } from 'react';
import { Day, Moment, useNow } from '@/design/moment';
import { Mark } from '@/design/tone';
import { countOf } from '@/design/words';
import { useServiceNames } from '@/screens/incidents/incident_line';
import type { Issue } from './data';

export function IssueLine({ issue, actions }: { issue: Issue; actions?: ReactNode }) {
  const namesOf = useServiceNames();
  return (
    <li className="grid gap-x-4 gap-y-2 border-line border-t px-4 py-3 first:border-t-0 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex min-w-0 flex-col gap-1">
        <h3 className="font-medium" dir="auto">
          {issue.title}
        </h3>
        <p className="min-h-lh text-sm text-soft">
          {namesOf(issue.services).join(', ')}
          {!issue.is_public && ', not on the public page'}
        </p>
        <p dir="auto" className="max-w-prose whitespace-pre-wrap">
          {issue.closing_text || issue.text}
        </p>
        {issue.workaround && !issue.closed_at && (
          <p className="max-w-prose">
            <span className="font-medium">What helps: </span>
            <span dir="auto">{issue.workaround.text}</span>
            {issue.workaround.url && (
              <>
                {' '}
                <a
                  href={issue.workaround.url}
                  target="_blank"
                  rel="noreferrer"
                  className="underline decoration-edge underline-offset-3"
                >
                  Explained here
                </a>
              </>
            )}
          </p>
        )}
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <Fix issue={issue} />
          <span className="text-soft">
            {countOf(issue.affected, 'customer')} affected
            {issue.workaround && `, it helped ${issue.helped}`}
          </span>
        </p>
      </div>
      {actions && <div className="flex flex-wrap items-start gap-2">{actions}</div>}
    </li>
  );
}

/** "Fixed by 24 Dec, was 12 Dec": a date that was moved says so. */
function Fix({ issue }: { issue: Issue }) {
  const now = useNow();
  if (issue.closed_at)
    return (
      <Mark tone="ok">
        Closed <Day at={issue.closed_at} />
      </Mark>
    );
  const by = issue.fix.eta_at;
  if (!by)
    return (
      <Mark tone="unk" icon="due">
        No date yet
      </Mark>
    );
  const before = issue.fix_history.at(-2)?.eta_at;
  const isLate = Date.parse(by) < now;
  return (
    <Mark tone={isLate ? 'bad' : 'plan'} icon={isLate ? 'late' : 'due'}>
      {isLate ? 'Was to be fixed by ' : 'Fixed by '}
      <Moment at={by} />
      {before && (
        <>
          , was <Moment at={before} />
        </>
      )}
    </Mark>
  );
}
