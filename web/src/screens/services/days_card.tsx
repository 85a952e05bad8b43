// The last 90 days, a bar each; beside the picture stands what it says.
import { useQuery } from '@tanstack/react-query';
import { ServiceState } from '@/app/service_state';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { type Column, Table } from '@/design/table';
import { dayOf, duration } from '@/design/words_of_time';
import { bar, type Day, heights, livedDays, localDate, troubled, troubleWords } from './days';
import { daysQuery, type Service } from './queries';

const inks: Record<Day['worst'], string> = {
  operational: 'fill-ok/70',
  degraded: 'fill-warn',
  partial: 'fill-warn',
  major: 'fill-bad',
  maintenance: 'fill-plan/70',
  unknown: 'fill-unk',
};

const columns: Column<Day>[] = [
  { name: 'Day', cell: ({ date }) => dayOf(`${date}T12:00`) },
  { name: 'Worst', cell: ({ worst }) => <ServiceState state={worst} /> },
  { name: 'Not well', end: true, cell: ({ down_s }) => spanOf(down_s) },
  { name: 'Not known', end: true, cell: ({ unknown_s }) => spanOf(unknown_s) },
  { name: 'Uptime', end: true, cell: ({ shown }) => (shown ? `${shown} %` : '–') },
];

const spanOf = (seconds: number) => (seconds > 0 ? duration(seconds * 1_000) : '–');

export function DaysCard({ service }: { service: Service }) {
  const days = useQuery(daysQuery(service.id));
  const lived = livedDays(days.data ?? [], localDate(service.created_at));
  const trouble = troubled(lived.map(({ day }) => day));
  return (
    <Card title="The last 90 days" flush>
      {days.isPending ? (
        <Skeleton lines={2} className="px-4 pb-3" />
      ) : days.isLoadingError ? (
        <Failure error={days.error} onRetry={() => void days.refetch()} />
      ) : (
        <>
          <div className="px-4 pt-1 pb-3">
            <svg
              viewBox={`0 0 ${days.data.length * bar.step} ${bar.full}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={troubleWords(trouble.length)}
              className="block h-9 w-full"
            >
              <rect y={bar.full - 1} width="100%" height={1} className="fill-line" />
              {lived.map(({ day, at }) => (
                <rect
                  key={day.date}
                  x={at * bar.step}
                  y={bar.full - heights[day.worst]}
                  width={bar.width}
                  height={heights[day.worst]}
                  className={`${inks[day.worst]} forced-colors:fill-[CanvasText]`}
                />
              ))}
            </svg>
            <p className="mt-1.5 text-sm text-soft">
              {trouble.length === 0 && `${troubleWords(0)} `}Each bar is a day of your zone; the
              last one is today.
            </p>
          </div>
          {trouble.length > 0 && (
            <Table
              caption="Days with trouble"
              columns={columns}
              rows={trouble}
              rowKey={({ date }) => date}
            />
          )}
        </>
      )}
    </Card>
  );
}
