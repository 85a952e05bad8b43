import { PromiseState } from '@/app/promise_state';
import { Moment } from '@/design/moment';
import { TextLink } from '@/design/text_link';
import { place, sources } from './promise_words';
import type { Line } from './queries';

/** When it is due now, and, where that was moved, what we said first. */
export function DueMoment({ line }: { line: Pick<Line, 'due_at' | 'first_due_at'> }) {
  if (!line.due_at) return <span className="text-soft">no date</span>;
  const moved = line.first_due_at && line.first_due_at !== line.due_at;
  return (
    <>
      <Moment at={line.due_at} />
      {moved && line.first_due_at && (
        <span className="block text-sm text-soft max-sm:inline">
          <span className="sm:hidden">, </span>
          first said: <Moment at={line.first_due_at} />
        </span>
      )}
    </>
  );
}

export function PromiseLine({ line }: { line: Line }) {
  const given = place(line.about);
  return (
    <div className="grid h-full content-center gap-x-4 px-4 sm:grid-cols-[6.5rem_11rem_minmax(0,1fr)_minmax(0,13rem)] sm:items-center md:px-6">
      <div className="max-sm:order-2 max-sm:flex max-sm:items-baseline max-sm:gap-2">
        <PromiseState promise={line} />
        <span className="truncate text-sm sm:hidden">
          <DueMoment line={line} />
        </span>
      </div>
      <div className="max-sm:hidden">
        <DueMoment line={line} />
      </div>
      <div className="min-w-0 max-sm:order-1">
        <div className="truncate font-medium" dir="auto">
          {line.text}
        </div>
        <div className="truncate text-sm text-soft">
          {sources[line.source]}
          {given && (
            <>
              {', '}
              <TextLink href={given.href}>the {given.word}</TextLink>
            </>
          )}
        </div>
      </div>
      <div className="min-w-0 text-sm max-sm:order-3 max-sm:flex max-sm:gap-2">
        <div className="truncate" dir="auto">
          {line.to_name || 'Everybody'}
        </div>
        <div className="truncate text-soft" dir="auto">
          {line.owner_name ? `by ${line.owner_name}` : 'by who is on duty'}
        </div>
      </div>
    </div>
  );
}
