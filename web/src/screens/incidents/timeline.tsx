import { serviceStates } from '@/app/service_state';
import { Moment, useNow } from '@/design/moment';
import { Card } from '@/design/page';
import type { Update } from './data';
import { useServiceNames } from './incident_line';
import { incidentWords, ServiceMark, StateChip } from './state_words';
import { whenWords } from './when_words';

/** What was said, newest first, with what each word promised. */
export function Timeline({ updates }: { updates: readonly Update[] }) {
  const now = useNow();
  return (
    <Card title="What was said">
      <ol className="flex flex-col">
        {updates.map((update) => {
          const promise = whenWords(update.when, now);
          return (
            <li
              key={update.id}
              className="border-line border-t py-3 first:border-t-0 first:pt-0 last:pb-0"
            >
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <StateChip state={incidentWords[update.state]} />
                <span className="grow text-sm text-soft max-sm:order-1 max-sm:basis-full">
                  {promise}
                </span>
                <span className="ms-auto text-sm text-soft">
                  <Moment at={update.at} />
                </span>
              </p>
              <p dir="auto" className="mt-1 max-w-prose whitespace-pre-wrap">
                {update.text}
              </p>
              <Changes changes={update.changes} />
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

/** What the word changed: "Statistics: Works, was Down". */
function Changes({ changes }: { changes: Update['changes'] }) {
  const namesOf = useServiceNames();
  if (changes.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 text-sm">
      {changes.map(({ service, from, to }) => (
        <li key={service}>
          <ServiceMark name={namesOf([service])[0] ?? 'A service'} state={to} />
          <span className="text-soft">, was “{serviceStates[from].word}”</span>
        </li>
      ))}
    </ul>
  );
}
