// What is planned: a month at a time, and the times that are reserved again and again.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CalendarPlus, ChevronLeft, ChevronRight, Repeat } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMay } from '@/app/session';
import { useShortcuts } from '@/app/shortcuts';
import { Button, buttonLook } from '@/design/button';
import { useNow } from '@/design/moment';
import { Card, PageHead } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { MonthCalendar } from './calendar';
import { calendarQuery } from './data';
import { later, monthName, monthOf, weeksOf } from './month';
import { NewSeriesDialog } from './new_series_dialog';
import { PlanDialog } from './plan_dialog';
import { SeriesCard } from './series_card';
import { SeriesDialog } from './series_dialog';
import { WindowDialog } from './window_dialog';

const route = getRouteApi('/inside/windows');

export function WindowsScreen() {
  const { month: wanted, window, series } = route.useSearch();
  const navigate = route.useNavigate();
  const mayPublish = useMay('publish_status');
  const now = useNow();
  const month = wanted ?? monthOf(now);
  const show = (next: { window?: string; series?: string }) =>
    void navigate({ search: { ...(wanted ? { month: wanted } : {}), ...next } });
  const close = () => show({});

  useShortcuts('Windows', mayPublish ? [planShortcut(() => show({ window: 'new' }))] : []);

  return (
    <>
      <PageHead
        title="Windows"
        actions={
          mayPublish && (
            <>
              <Button onPress={() => show({ series: 'new' })}>
                <Repeat aria-hidden className="size-4" /> Reserve recurring time
              </Button>
              <Button look="main" onPress={() => show({ window: 'new' })}>
                <CalendarPlus aria-hidden className="size-4" /> Plan a window
              </Button>
            </>
          )
        }
      />
      <div className="settles flex flex-col gap-4 px-4 pb-8 md:px-6">
        <Month month={month} />
        <SeriesCard />
      </div>
      {window === 'new'
        ? mayPublish && <PlanDialog onClose={close} onPlanned={(id) => show({ window: id })} />
        : window && <WindowDialog id={window} onClose={close} />}
      {series === 'new'
        ? mayPublish && (
            <NewSeriesDialog onClose={close} onReserved={(id) => show({ series: id })} />
          )
        : series && <SeriesDialog id={series} onClose={close} />}
    </>
  );
}

const planShortcut = (run: () => void) => ({ keys: 'p', label: 'Plan a window', run });

function Month({ month }: { month: string }) {
  const days = weeksOf(month).flat();
  const calendar = useQuery({
    ...calendarQuery(
      new Date(days[0]?.from ?? 0).toISOString(),
      new Date(days.at(-1)?.to ?? 0).toISOString(),
    ),
    placeholderData: keepPreviousData,
  });
  return (
    <Card
      title={monthName(month)}
      flush
      aside={
        <nav aria-label="Months" className="flex gap-1">
          <Turn month={later(month, -1)}>
            <ChevronLeft aria-hidden className="size-4" />
          </Turn>
          <Link to="/windows" search={{}} className={buttonLook('plain')}>
            Today
          </Link>
          <Turn month={later(month, 1)}>
            <ChevronRight aria-hidden className="size-4" />
          </Turn>
        </nav>
      }
    >
      {calendar.isPending ? (
        <Skeleton lines={14} className="px-4 pb-4" />
      ) : calendar.isLoadingError ? (
        <Failure error={calendar.error} onRetry={() => void calendar.refetch()} />
      ) : (
        <MonthCalendar month={month} calendar={calendar.data} />
      )}
    </Card>
  );
}

function Turn({ month, children }: { month: string; children: ReactNode }) {
  return (
    <Link
      to="/windows"
      search={{ month }}
      aria-label={monthName(month)}
      title={monthName(month)}
      className={buttonLook('plain')}
    >
      {children}
    </Link>
  );
}
