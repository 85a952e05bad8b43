// One incident: how it stands, what was said, the next word, who was told.

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMay } from '@/app/session';
import { incidentQuery, peopleQuery, servicesQuery } from '@/app/shared_queries';
import { useShortcuts } from '@/app/shortcuts';
import { Choice } from '@/design/field';
import { Ago, Moment } from '@/design/moment';
import { Card, PageHead } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { type Incident, type IncidentState, noticesQuery } from './data';
import { focusField } from './focus_field';
import { lasted } from './incident_line';
import { LinkedTickets } from './linked_tickets';
import { NoticesList } from './notices_list';
import { ProofCard } from './proof_card';
import { ResolveForm } from './resolve_form';
import { incidentWords, ServiceMark, StateChip } from './state_words';
import { Timeline } from './timeline';
import { UpdateForm } from './update_form';
import { When } from './when';

const route = getRouteApi('/inside/incidents/$id');

export function IncidentScreen() {
  const { id } = route.useParams();
  const incident = useQuery(incidentQuery(id));
  const mayPublish = useMay('publish_status');
  const mayProve = useMay('read_proof');
  const mayTickets = useMay('read_tickets');

  if (incident.isPending) return <Skeleton lines={10} className="p-6" />;
  if (incident.isLoadingError)
    return <Failure error={incident.error} onRetry={() => void incident.refetch()} />;
  const isOpen = !incident.data.resolved_at;
  return (
    <>
      <PageHead title={incident.data.title}>
        <Head incident={incident.data} />
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
          <Timeline updates={incident.data.updates} />
        </div>
        {mayTickets && (
          <div className="lg:col-start-2 lg:row-span-2 lg:row-start-2">
            <LinkedTickets incident={id} isOpen={isOpen} />
          </div>
        )}
        {mayProve && (
          <div className="min-w-0 lg:col-start-1 lg:row-start-3">
            <ProofCard key={id} incident={id} />
          </div>
        )}
      </div>
    </>
  );
}

/** What the update said that a notice carries. */
function stateSaid({ updates, state }: Incident, update: string): IncidentState {
  return updates.find(({ id }) => id === update)?.state ?? state;
}

function Head({ incident }: { incident: Incident }) {
  const services = useQuery(servicesQuery).data?.items ?? [];
  const mayTeam = useMay('read_team');
  const owner = useQuery({
    ...peopleQuery,
    enabled: mayTeam && incident.owner !== null,
  }).data?.items.find(({ id }) => id === incident.owner)?.name;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <StateChip state={incidentWords[incident.state]} />
      {incident.resolved_at ? (
        <span>
          <Moment at={incident.started_at} /> – <Moment at={incident.resolved_at} />, lasted{' '}
          {lasted(incident)}
        </span>
      ) : (
        <>
          <When when={incident.when} />
          <span>
            began <Ago at={incident.started_at} />
          </span>
        </>
      )}
      {incident.services.map(({ service, state }) => {
        const name = services.find(({ id }) => id === service)?.name;
        if (!name) return null;
        return incident.resolved_at ? (
          <span key={service} dir="auto">
            {name}
          </span>
        ) : (
          <ServiceMark key={service} name={name} state={state} />
        );
      })}
      {owner && <span>Owner: {owner}</span>}
    </div>
  );
}

type Mode = 'update' | 'resolve';

function NextWord({ incident }: { incident: Incident }) {
  const [mode, setMode] = useState<Mode>('update');
  const [isAsked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const write = (next: Mode) => {
    setMode(next);
    setAsked(true);
  };
  useEffect(() => {
    if (!isAsked) return;
    setAsked(false);
    focusField(place, ['text']);
  }, [isAsked]);
  useShortcuts('Incident', [
    { keys: 'u', label: 'Write the next word', run: () => write('update') },
    { keys: 'e', label: 'Resolve it', run: () => write('resolve') },
  ]);
  return (
    <Card title="Next word">
      <div ref={place} className="flex flex-col gap-4">
        <Choice<Mode>
          label="What you publish"
          hideLabel
          value={mode}
          onChange={setMode}
          options={[
            { id: 'update', name: 'An update' },
            { id: 'resolve', name: 'It is resolved' },
          ]}
        />
        {mode === 'update' ? (
          <UpdateForm incident={incident} />
        ) : (
          <ResolveForm incident={incident} />
        )}
      </div>
    </Card>
  );
}
