// What is known of an incident beside its words: data, workaround, who saw it, who owns it.
import { useQuery } from '@tanstack/react-query';
import { IncidentLink } from '@/app/incident_link';
import { useMay } from '@/app/session';
import { peopleQuery } from '@/app/shared_queries';
import { Moment, useNow } from '@/design/moment';
import { Card, Fact, Facts } from '@/design/page';
import { Mark } from '@/design/tone';
import { grouped } from '@/design/words';
import type { Incident } from './data';
import { etaHistoryWords } from './eta_words';
import { firstSeenBy } from './first_seen_words';
import { OnlyAccount } from './only_account';
import { safetyWords } from './safety_words';
import { TouchedFacts } from './touched_facts';

export function KnownCard({ incident }: { incident: Incident }) {
  const now = useNow();
  const eta = etaHistoryWords(incident.eta_history, now);
  const { data_safety, workaround, voices, repeats, account, first_seen } = incident;
  // What is simply down stands in the head already.
  const inPart = incident.resolved_at
    ? []
    : incident.services.filter((each) => each.failing_percent !== null || each.symptom);
  return (
    <Card title="What we know">
      <Facts>
        <Fact name="Data">
          <Safety of={data_safety} />
        </Fact>
        <TouchedFacts services={inPart} />
        {eta && <Fact name="Estimate">{eta}</Fact>}
        {workaround && (
          <Fact name="What helps">
            <WhatHelps workaround={workaround} voices={voices} />
          </Fact>
        )}
        {voices.see_it_too > 0 && (
          <Fact name="Voices">
            {grouped(voices.see_it_too)} {voices.see_it_too === 1 ? 'sees' : 'see'} it too
          </Fact>
        )}
        {account && (
          <Fact name="Only hits">
            <OnlyAccount id={account} />
          </Fact>
        )}
        {first_seen && (
          <Fact name="First seen">
            by <span dir="auto">{firstSeenBy(first_seen)}</span>, <Moment at={first_seen.at} />
          </Fact>
        )}
        {repeats.length > 0 && (
          <Fact name="Repeats">
            <ul>
              {repeats.map((id) => (
                <li key={id}>
                  <IncidentLink id={id} />
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Owner id={incident.owner} />
      </Facts>
    </Card>
  );
}

function Safety({ of }: { of: Incident['data_safety'] }) {
  const { words, ...look } = safetyWords[of];
  return <Mark {...look}>{words}</Mark>;
}

function WhatHelps({
  workaround: { text, url },
  voices,
}: {
  workaround: NonNullable<Incident['workaround']>;
  voices: Incident['voices'];
}) {
  return (
    <>
      <span dir="auto">{text}</span>{' '}
      {url && (
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          className="text-link underline underline-offset-2"
        >
          How
        </a>
      )}
      <span className="block text-sm text-soft">
        {grouped(voices.looked_at_workaround)} looked at it, it helped{' '}
        {grouped(voices.workaround_helped)}
      </span>
    </>
  );
}

function Owner({ id }: { id: string | null }) {
  const mayTeam = useMay('read_team');
  const people = useQuery({ ...peopleQuery, enabled: mayTeam && id !== null }).data?.items;
  if (!mayTeam) return null;
  return (
    <Fact name="Owner">
      <span dir="auto">
        {id ? people?.find((person) => person.id === id)?.name : 'Who is on duty'}
      </span>
    </Fact>
  );
}
