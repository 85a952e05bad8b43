// Publishes an incident. All steps stay in sight: what, when, text on one side, who hears it and what
// is still to be looked at on the other.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useRef, useState } from 'react';
import { fieldError } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { usePatch } from '@/app/patch';
import { useMay } from '@/app/session';
import { incidentQuery, servicesQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { Locked } from '@/design/locked';
import { useNow } from '@/design/moment';
import { Card, PageHead } from '@/design/page';
import { Empty, Failure, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { AudienceCard } from './audience_card';
import { CheckList } from './check_list';
import { checksOf } from './checks';
import {
  type Draft,
  type DraftField,
  draftBody,
  draftGaps,
  draftOf,
  emptyDraft,
} from './compose_draft';
import { ComposeWhat } from './compose_what';
import { audienceQuery, type Incident } from './data';
import { focusRefused } from './focus_field';
import { useServiceNames } from './incident_line';
import { PublicText } from './public_text';
import { publishKeys } from './publish_keys';
import { Refusal } from './refusal';
import { See } from './see/see';
import { usePublish } from './use_publish';
import { useWhole } from './use_whole';
import { WhenField } from './when_field';
import { wishWords } from './when_wish';
import { WorkaroundField } from './workaround_field';

const route = getRouteApi('/inside/incidents/new');

export function ComposeScreen() {
  const { suspected: id } = route.useSearch();
  const mayPublish = useMay('publish_status');
  const suspected = useQuery({ ...incidentQuery(id ?? ''), enabled: Boolean(id) });
  // They stand above most of the form: it would move when they come.
  const services = useQuery(servicesQuery);
  if (!mayPublish)
    return (
      <Empty icon={Lock} title="You may not publish incidents">
        Ask an owner for the right, or tell a lead what is broken.
      </Empty>
    );
  if (services.isPending) return <Skeleton lines={10} className="p-6" />;
  if (!id) return <Composer key="new" />;
  if (suspected.isPending) return <Skeleton lines={10} className="p-6" />;
  if (suspected.isLoadingError)
    return <Failure error={suspected.error} onRetry={() => void suspected.refetch()} />;
  if (suspected.data.state !== 'suspected')
    return <Navigate to="/incidents/$id" params={{ id }} replace />;
  return <Composer key={id} suspected={suspected.data} />;
}

function Composer({ suspected }: { suspected?: Incident }) {
  const draftName = suspected ? `incident.publish.${suspected.id}` : 'incident.compose';
  const [nothing] = useState(() => (suspected ? draftOf(suspected) : emptyDraft));
  const [draft, setDraft, clear] = useDraft<Draft>(draftName, nothing);
  const form = useRef<HTMLFormElement>(null);
  const publish = usePublish(suspected, draftName, clear, (error) => focusRefused(form, error));
  const patch = usePatch(draft, setDraft);
  const change = (next: Partial<Draft>) => {
    // What was refused is being mended: its sentence no longer holds.
    if (publish.isError) publish.reset();
    patch(next);
  };
  const now = useNow();
  const services = Object.keys(draft.services).toSorted();
  const names = useServiceNames()(services);
  const only = draft.account?.id ?? null;
  const audience = useQuery({
    ...audienceQuery(services, 'unplanned', only),
    placeholderData: keepPreviousData,
  }).data;

  const gaps = draftGaps(draft);
  const { isPressed, forget, whole } = useWhole(form, Object.keys(gaps));
  const error = (field: DraftField) =>
    (isPressed ? gaps[field] : undefined) ?? fieldError(publish.error, field);
  const submit = () => {
    if (!publish.isPending) whole(() => publish.mutate(draft));
  };
  const isWhole = Object.keys(gaps).length === 0;
  const isBegun = JSON.stringify(draft) !== JSON.stringify(nothing);

  return (
    <>
      <PageHead
        title={suspected ? 'Publish what is suspected' : 'New incident'}
        actions={
          <Button
            look="quiet"
            isDisabled={publish.isPending || !isBegun}
            onPress={() => {
              clear();
              forget();
              say('The draft is discarded.', {
                action: { verb: 'Undo', run: () => change(draft) },
              });
            }}
          >
            Discard the draft
          </Button>
        }
      >
        Everybody who is affected hears it, with a time. Your draft is kept in this browser.
      </PageHead>
      <form
        ref={form}
        aria-label="New incident"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={publishKeys(submit)}
        className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 px-4 pb-8 md:px-6 lg:grid-cols-[minmax(0,1fr)_22rem]"
      >
        <div className="flex min-w-0 flex-col gap-4">
          <Locked when={publish.isPending}>
            <ComposeWhat draft={draft} onChange={change} error={error} suspected={suspected} />
            <Card title="2 When">
              <WhenField
                value={draft.when}
                onChange={(when) => change({ when })}
                etaError={error('eta')}
                nextError={error('next_word_at')}
              />
            </Card>
            <Card title="3 Text">
              <div className="flex flex-col gap-3">
                <PublicText
                  label="Public text"
                  help="What does not work, for whom, what you are doing, what still works."
                  value={draft.text}
                  onChange={(text) => change({ text })}
                  error={error('text')}
                  subject={`[outage] ${draft.title.trim() || 'Title'}`}
                />
                <WorkaroundField
                  value={draft.workaround}
                  onChange={(workaround) => change({ workaround })}
                  error={publish.error}
                />
              </div>
            </Card>
          </Locked>
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
          <Card title="4 Who">
            <AudienceCard services={services} topic="unplanned" account={only} />
          </Card>
          <Card title="5 See">
            <See
              said={() =>
                whole(() => ({
                  ...(suspected ? { incident: suspected.id } : {}),
                  new_incident: draftBody(draft, Date.now()),
                }))
              }
            />
          </Card>
          <Card title="6 Check">
            <div className="flex flex-col gap-3">
              <CheckList
                checks={checksOf({
                  title: draft.title,
                  services: names,
                  when: wishWords(draft.when, now),
                  text: draft.text,
                  told: services.length > 0 || only ? audience?.will_be_told : undefined,
                })}
              />
              <Refusal error={publish.error} />
              <div role="status" className="sr-only">
                {isPressed && !isWhole && 'Not published yet: something is missing.'}
              </div>
              <Button look="main" type="submit" isPending={publish.isPending}>
                Publish
              </Button>
              <p className="text-sm text-soft">
                Or Ctrl+Enter. The page shows it at once; mails wait a moment, so that you can take
                them back.
              </p>
            </div>
          </Card>
        </div>
      </form>
    </>
  );
}
