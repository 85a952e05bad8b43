// One incident: how it stands, what was said, the next word, who was told.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '@/app/session';
import { incidentQuery, servicesQuery } from '@/app/shared_queries';
import { More } from '@/design/more';
import { Card, PageHead } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { CorrectionsCard } from './corrections_card';
import { noticesQuery } from './data';
import { DeflectionCard } from './deflection_card';
import { IncidentActions } from './incident_actions';
import { IncidentHead } from './incident_head';
import { KnownCard } from './known_card';
import { LinkedTickets } from './linked_tickets';
import { NextWord } from './next_word';
import { stateSaid } from './notice_names';
import { NoticesList } from './notices_list';
import { ProofCard } from './proof_card';
import { ReviewForm } from './review_form';
import { incidentWords } from './state_words';
import { SuspectedIncident } from './suspected_incident';
import { Timeline } from './timeline';

const route = getRouteApi('/inside/incidents/$id');

export function IncidentScreen() {
  const { id } = route.useParams();
  const incident = useQuery(incidentQuery(id));
  // Its head names them: it would grow when they come.
  const services = useQuery(servicesQuery);
  const mayPublish = useMay('publish_status');
  const mayProve = useMay('read_proof');
  const mayTickets = useMay('read_tickets');

  if (incident.isPending || services.isPending) return <Skeleton lines={10} className="p-6" />;
  if (incident.isLoadingError)
    return (
      <>
        <PageHead title="Incident">
          <Link to="/incidents" className="underline decoration-edge">
            All incidents
          </Link>
        </PageHead>
        <Failure error={incident.error} onRetry={() => void incident.refetch()} />
      </>
    );
  if (incident.data.state === 'suspected') return <SuspectedIncident incident={incident.data} />;
  const isOpen = !incident.data.resolved_at;
  const awaitsReview = incident.data.state === 'resolved' && !incident.data.merged_into;
  return (
    <>
      <PageHead title={incident.data.title} actions={<IncidentActions incident={incident.data} />}>
        <IncidentHead incident={incident.data} />
      </PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 px-4 pb-8 md:px-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_auto_1fr]">
        {/* First, because its undo does not wait; beside the rest where there is room. */}
        <div className="lg:col-start-2 lg:row-start-1">
          <Card title="Notices">
            <NoticesList
              query={noticesQuery(id)}
              nameOf={({ update }) => incidentWords[stateSaid(incident.data, update)].words}
            />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {isOpen && mayPublish && <NextWord key={id} incident={incident.data} />}
          {awaitsReview && mayPublish && (
            <Card title="Review">
              <More title="Publish what happened and what you changed">
                <ReviewForm key={id} incident={incident.data} />
              </More>
            </Card>
          )}
          <Timeline updates={incident.data.updates} />
        </div>
        <div className="settles flex min-w-0 flex-col gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-2">
          <KnownCard incident={incident.data} />
          {mayTickets && <LinkedTickets incident={id} isOpen={isOpen} />}
          <DeflectionCard incident={id} />
          <CorrectionsCard incident={id} />
        </div>
        {mayProve && (
          <div className="min-w-0 lg:col-start-1 lg:row-start-3">
            <ProofCard key={id} incident={id} />
          </div>
        )}
      </div>
    </>
  );
}
