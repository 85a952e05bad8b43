// What is broken now, what is planned, what was: in this order.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CalendarPlus, CircleCheck, FileText, Siren } from 'lucide-react';
import { flat } from '@/api/queries';
import { useMay } from '@/app/session';
import { openIncidentsQuery } from '@/app/shared_queries';
import { useShortcuts } from '@/app/shortcuts';
import { AtEnd } from '@/design/at_end';
import { buttonLook } from '@/design/button';
import { useNow } from '@/design/moment';
import { Card, PageHead } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { pastQuery } from './data';
import { FirstSeenCard } from './first_seen_card';
import { IncidentLine } from './incident_line';
import { SuspectedCard } from './suspected_card';
import { overdueSince } from './when_words';
import { WindowsCard } from './windows_card';

export function IncidentsScreen() {
  const navigate = useNavigate();
  const mayPublish = useMay('publish_status');
  const plan = () => void navigate({ to: '/windows', search: { window: 'new' } });

  useShortcuts('Incidents', mayPublish ? [planShortcut(plan)] : []);

  return (
    <>
      <PageHead
        title="Incidents"
        actions={
          mayPublish && (
            <>
              <Link to="/templates" className={buttonLook('quiet')}>
                <FileText aria-hidden className="size-4" /> Templates
              </Link>
              <Link to="/windows" search={{ window: 'new' }} className={buttonLook()}>
                <CalendarPlus aria-hidden className="size-4" /> Plan a window
              </Link>
              <Link to="/incidents/new" className={buttonLook('main')}>
                <Siren aria-hidden className="size-4" /> Publish an incident
              </Link>
            </>
          )
        }
      />
      <div className="settles flex flex-col gap-4 px-4 pb-8 md:px-6">
        <SuspectedCard />
        <OpenIncidents />
        <WindowsCard />
        <FirstSeenCard />
        <PastIncidents />
      </div>
    </>
  );
}

const planShortcut = (run: () => void) => ({ keys: 'p', label: 'Plan a window', run });

function OpenIncidents() {
  const open = useQuery(openIncidentsQuery);
  const now = useNow();
  // Whose word is late needs somebody first; the others keep their order.
  const isLate = (incident: NonNullable<typeof open.data>['items'][number]) =>
    overdueSince(incident.when, now) !== undefined;
  const rows = (open.data?.items ?? []).toSorted(
    (one, other) => Number(isLate(other)) - Number(isLate(one)),
  );
  return (
    <Card title="Open now" aside={rows.length > 0 ? `${rows.length}` : undefined} flush>
      {open.isPending ? (
        <Skeleton lines={2} className="px-4 pb-2" />
      ) : open.isLoadingError ? (
        <Failure error={open.error} onRetry={() => void open.refetch()} />
      ) : rows.length === 0 ? (
        <p className="flex items-center gap-2 px-4 pt-1 pb-4 text-soft">
          <CircleCheck aria-hidden className="size-4.5 shrink-0 text-ok" />
          Nothing is broken that we told of.
        </p>
      ) : (
        <ul>
          {rows.map((incident) => (
            <IncidentLine key={incident.id} incident={incident} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function PastIncidents() {
  const past = useInfiniteQuery(pastQuery);
  const rows = flat(past.data);
  return (
    <Card title="Past" flush>
      {past.isPending ? (
        <Skeleton lines={6} className="px-4 pb-2" />
      ) : past.isLoadingError ? (
        <Failure error={past.error} onRetry={() => void past.refetch()} />
      ) : rows.length === 0 ? (
        <p className="px-4 pt-1 pb-4 text-soft">No incident was resolved yet.</p>
      ) : (
        <ul>
          {rows.map((incident) => (
            <IncidentLine key={incident.id} incident={incident} />
          ))}
        </ul>
      )}
      {past.hasNextPage && (
        <AtEnd key={rows.length} onReach={() => !past.isFetching && void past.fetchNextPage()} />
      )}
      {past.isFetchingNextPage && <Skeleton lines={2} className="px-4" />}
    </Card>
  );
}
