// What somebody or something saw and nobody has judged yet: seen by us only, until it is published or
// dismissed.
import { Link } from '@tanstack/react-router';
import { EyeOff, Siren } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/app/session';
import { Button, buttonLook } from '@/design/button';
import { Moment } from '@/design/moment';
import { Card, Fact, Facts, PageHead } from '@/design/page';
import { Notice } from '@/design/tone';
import type { Incident } from './data';
import { DismissDialog } from './dismiss_dialog';
import { firstSeenBy } from './first_seen_words';
import { incidentWords, StateChip } from './state_words';
import { TouchedFacts } from './touched_facts';

export function SuspectedIncident({ incident }: { incident: Incident }) {
  const { first_seen, services, merged_into } = incident;
  return (
    <>
      <PageHead title={incident.title}>
        <StateChip state={incidentWords.suspected} />
      </PageHead>
      <div className="flex max-w-3xl flex-col gap-4 px-4 pb-8 md:px-6">
        {merged_into ? (
          <Notice tone="unk" icon="off">
            It turned out to be part of{' '}
            <Link to="/incidents/$id" params={{ id: merged_into }} className="underline">
              another incident
            </Link>
            .
          </Notice>
        ) : incident.resolved_at ? (
          <Notice tone="unk" icon="off">
            Over <Moment at={incident.resolved_at} />: somebody dismissed it, or it passed by
            itself. Nobody was told of it.
          </Notice>
        ) : (
          <Judge incident={incident} />
        )}
        <Card title="What was seen">
          <Facts>
            {first_seen && (
              <Fact name="First seen">
                by <span dir="auto">{firstSeenBy(first_seen)}</span>, <Moment at={first_seen.at} />
              </Fact>
            )}
            <TouchedFacts services={services} />
          </Facts>
        </Card>
      </div>
    </>
  );
}

function Judge({ incident }: { incident: Incident }) {
  const mayPublish = useMay('publish_status');
  const [isDismissing, setDismissing] = useState(false);
  return (
    <Notice tone="warn">
      <p className="font-medium">Customers do not see this yet, and nobody was told.</p>
      <p className="text-ink">Look at it: publish it with a time, or say why it is none.</p>
      {mayPublish && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Link
            to="/incidents/new"
            search={{ suspected: incident.id }}
            className={buttonLook('main')}
          >
            <Siren aria-hidden className="size-4" /> Publish it
          </Link>
          <Button onPress={() => setDismissing(true)}>
            <EyeOff aria-hidden className="size-4" /> Dismiss it
          </Button>
        </div>
      )}
      {isDismissing && <DismissDialog incident={incident} onClose={() => setDismissing(false)} />}
    </Notice>
  );
}
