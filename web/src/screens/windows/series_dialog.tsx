// One recurring window: its times, and whether each will be used.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '@/api/client';
import { useMay } from '@/app/session';
import { Button } from '@/design/button';
import { Confirm, Dialog } from '@/design/dialog';
import { Moment, Span, useNow } from '@/design/moment';
import { Fact, Facts } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { duration } from '@/design/words_of_time';
import { useServiceNames } from '@/screens/incidents/incident_line';
import { StateChip } from '@/screens/incidents/state_words';
import { type Occurrence, type Series, seriesQuery } from './data';
import { DeclareDialog } from './declare_dialog';
import { ruleWords } from './rhythm';
import { occurrenceWords, openVerbs, usedShare } from './window_words';

export function SeriesDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const all = useQuery(seriesQuery);
  const mayPublish = useMay('publish_status');
  const [declared, setDeclared] = useState<Occurrence>();
  const [isEnding, setEnding] = useState(false);
  const series = all.data?.items.find((each) => each.id === id);
  if (series && declared)
    return (
      <DeclareDialog series={series} occurrence={declared} onClose={() => setDeclared(undefined)} />
    );
  if (series && isEnding) return <EndSeries series={series} onClose={() => setEnding(false)} />;
  return (
    <Dialog
      title={series?.title ?? 'Recurring window'}
      isOpen
      wide
      onClose={onClose}
      actions={
        series &&
        !series.ended_at &&
        mayPublish && (
          <Button look="danger" onPress={() => setEnding(true)}>
            Reserve no further time …
          </Button>
        )
      }
    >
      {all.isPending ? (
        <Skeleton lines={8} />
      ) : all.isLoadingError ? (
        <Failure error={all.error} onRetry={() => void all.refetch()} />
      ) : series ? (
        <Times series={series} onDeclare={mayPublish ? setDeclared : undefined} />
      ) : (
        <p className="text-soft">There is no such recurring window.</p>
      )}
    </Dialog>
  );
}

function Times({
  series,
  onDeclare,
}: {
  series: Series;
  onDeclare: ((occurrence: Occurrence) => void) | undefined;
}) {
  const now = useNow();
  const namesOf = useServiceNames();
  const words = ruleWords(series.rule, series.first);
  return (
    <div className="flex flex-col gap-4">
      <Facts>
        <Fact name="Services">{namesOf(series.services).join(', ')}</Fact>
        <Fact name="Lasts">{duration(series.minutes * 60_000)}</Fact>
        <Fact name="How often">
          {words ?? <span className="font-mono text-sm">{series.rule}</span>},{' '}
          {series.first.slice(11, 16)} in {series.zone}
        </Fact>
        <Fact name="So far">{usedShare(series)}</Fact>
      </Facts>
      {series.text && (
        <p dir="auto" className="whitespace-pre-wrap">
          {series.text}
        </p>
      )}
      <section aria-label="Times">
        <h3 className="mb-1 font-semibold">Times</h3>
        <ul>
          {series.occurrences.map((occurrence) => {
            const isAhead = Date.parse(occurrence.starts_at) > now;
            const verb = openVerbs[occurrence.state];
            return (
              <li
                key={occurrence.starts_at}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t py-1.5 first:border-t-0"
              >
                <span className="min-w-48">
                  <Span from={occurrence.starts_at} to={occurrence.ends_at} />
                </span>
                <span className="grow">
                  <StateChip state={occurrenceWords[occurrence.state]} />
                  {occurrence.window && (
                    <Link
                      to="/windows"
                      search={{ window: occurrence.window }}
                      className="ms-2 text-sm underline decoration-edge"
                    >
                      Its window
                    </Link>
                  )}
                  {occurrence.state === 'reserved' && isAhead && (
                    <span className="ms-2 text-sm text-soft">
                      say so before <Moment at={occurrence.declare_by} />
                    </span>
                  )}
                </span>
                {onDeclare && isAhead && verb && (
                  <Button onPress={() => onDeclare(occurrence)}>{verb}</Button>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}

function EndSeries({ series, onClose }: { series: Series; onClose: () => void }) {
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/v1/series/{id}/end', { params: { path: { id: series.id } }, body: {} })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['status'] });
      say('No further time is reserved. What was announced already stays.');
      onClose();
    },
    onError: (error) => say(error.message, { tone: 'bad' }),
  });
  return (
    <Confirm
      title={`Reserve no further time for “${series.title}”?`}
      text="Its times that have passed stay in the history; windows that were announced stay, too."
      verb="Reserve no further time"
      isOpen
      isPending={end.isPending}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    />
  );
}
