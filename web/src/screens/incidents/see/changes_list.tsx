// What this word says otherwise than the one before it.
import { Moment } from '@/design/moment';
import { aspectNames } from './preview_words';
import type { Changes } from './see';

export function ChangesList({ since, changes }: { since: string; changes: Changes }) {
  return (
    <section aria-label="What has changed" className="text-sm">
      <h3 className="font-medium">
        {changes.length > 0 ? 'New' : 'Nothing but the text is new'} since the word of{' '}
        <Moment at={since} />
      </h3>
      {changes.length > 0 && (
        <dl className="mt-1 flex flex-col gap-1">
          {changes.map(({ of, before, after }) => (
            <div key={of} className="flex flex-wrap gap-x-2">
              <dt className="text-soft">{aspectNames[of]}</dt>
              <dd className="min-w-0 wrap-anywhere">
                {before && <del className="text-soft">{before}</del>} {after || 'no longer said'}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
