import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Moment } from '@/design/moment';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { useServiceNames } from '@/screens/incidents/incident_line';
import { StateChip } from '@/screens/incidents/state_words';
import { type Series, seriesQuery } from './data';
import { occurrenceWords, usedShare } from './window_words';

/** Time that is reserved again and again, with the next one and how many were used. */
export function SeriesCard() {
  const series = useQuery(seriesQuery);
  const rows = series.data?.items ?? [];
  return (
    <Card title="Recurring windows" flush>
      {series.isPending ? (
        <Skeleton lines={2} className="px-4 pb-2" />
      ) : series.isLoadingError ? (
        <Failure error={series.error} onRetry={() => void series.refetch()} />
      ) : rows.length === 0 ? (
        <p className="px-4 pt-1 pb-4 text-soft">
          No time is reserved. Reserve the hours in which you may work, and say before each whether
          you will.
        </p>
      ) : (
        <ul>
          {rows.map((each) => (
            <Line key={each.id} series={each} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Line({ series }: { series: Series }) {
  const namesOf = useServiceNames();
  const next = series.occurrences.find(
    ({ state }) => state === 'reserved' || state === 'will_be_used',
  );
  return (
    <li className="border-line border-t first:border-t-0">
      <Link
        to="/windows"
        search={(before) => ({ ...before, series: series.id })}
        className="lit grid items-baseline gap-x-4 gap-y-1 px-4 py-2.5 outline-offset-[-2px] hover:bg-hover sm:grid-cols-[minmax(0,1fr)_minmax(0,auto)_7rem]"
      >
        <span className="min-w-0">
          <span className="block font-medium" dir="auto">
            {series.title}
          </span>
          <span className="block min-h-lh text-sm text-soft">
            {namesOf(series.services).join(', ')}
          </span>
        </span>
        <span>
          {series.ended_at ? (
            <span className="text-soft text-sm">Ended</span>
          ) : (
            next && (
              <>
                <StateChip state={occurrenceWords[next.state]} /> <Moment at={next.starts_at} />
              </>
            )
          )}
        </span>
        <span className="text-sm text-soft sm:text-end">{usedShare(series)}</span>
      </Link>
    </li>
  );
}
