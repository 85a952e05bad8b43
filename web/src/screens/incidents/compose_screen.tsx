// Publishes an incident. All steps stay in sight: what, when, text on one side, who hears it and what
// is still to be looked at on the other.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useRef, useState } from 'react';
import { api, ask } from '@/api/client';
import { fieldError } from '@/api/problem';
import { useAttempt } from '@/app/attempts';
import { useDraft } from '@/app/drafts';
import { useMay } from '@/app/session';
import { Button } from '@/design/button';
import { TextField } from '@/design/field';
import { Locked } from '@/design/locked';
import { useNow } from '@/design/moment';
import { MomentField } from '@/design/moment_field';
import { Card, PageHead } from '@/design/page';
import { Empty } from '@/design/states';
import { say } from '@/design/toast';
import { AudienceCard } from './audience_card';
import { CheckList } from './check_list';
import { checksOf } from './checks';
import { type Draft, type DraftField, draftBody, draftGaps, emptyDraft } from './compose_draft';
import { audienceQuery, type NewIncident, noticesQuery } from './data';
import { focusField, focusRefused } from './focus_field';
import { useServiceNames } from './incident_line';
import { sayWhenMailsLeave } from './leaving';
import { PublicText } from './public_text';
import { publishKeys } from './publish_keys';
import { Refusal } from './refusal';
import { ServicesField } from './services_field';
import { WhenField } from './when_field';
import { wishWords } from './when_wish';

const draftName = 'incident.new';

function usePublish(clear: () => void, onRefused: (error: Error) => void) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const attempt = useAttempt<NewIncident>(draftName);
  return useMutation({
    mutationFn: (draft: Draft) =>
      attempt.run(
        draft,
        (written) => draftBody(written, Date.now()),
        (body, key) =>
          ask(
            api.POST('/api/v1/incidents', { params: { header: { 'Idempotency-Key': key } }, body }),
          ),
      ),
    onSuccess: (incident) => {
      clear();
      client.setQueryData(['status', 'incident', incident.id], incident);
      void client.invalidateQueries({ queryKey: ['status', 'incidents'] });
      void sayWhenMailsLeave(client, noticesQuery(incident.id));
      void navigate({ to: '/incidents/$id', params: { id: incident.id } });
    },
    onError: onRefused,
  });
}

export function ComposeScreen() {
  return useMay('publish_status') ? (
    <Composer />
  ) : (
    <Empty icon={Lock} title="You may not publish incidents">
      Ask an owner for the right, or tell a lead what is broken.
    </Empty>
  );
}

function Composer() {
  const [draft, setDraft, clear] = useDraft<Draft>(draftName, emptyDraft);
  const [isPressed, setPressed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const publish = usePublish(clear, (error) => focusRefused(form, error));
  const change = (next: Draft) => {
    // What was refused is being mended: its sentence no longer holds.
    if (publish.isError) publish.reset();
    setDraft(next);
  };
  const now = useNow();
  const services = Object.keys(draft.services).toSorted();
  const names = useServiceNames()(services);
  const audience = useQuery({
    ...audienceQuery(services, 'unplanned'),
    placeholderData: keepPreviousData,
  }).data;

  const gaps = draftGaps(draft);
  const error = (field: DraftField) =>
    (isPressed ? gaps[field] : undefined) ?? fieldError(publish.error, field);
  const submit = () => {
    if (publish.isPending) return;
    setPressed(true);
    const missing = Object.keys(gaps);
    if (missing.length > 0) focusField(form, missing);
    else publish.mutate(draft);
  };
  const isWhole = Object.keys(gaps).length === 0;

  return (
    <>
      <PageHead
        title="New incident"
        actions={
          JSON.stringify(draft) !== JSON.stringify(emptyDraft) && (
            <Button
              look="quiet"
              isDisabled={publish.isPending}
              onPress={() => {
                clear();
                setPressed(false);
                say('The draft is discarded.', {
                  action: { verb: 'Undo', run: () => change(draft) },
                });
              }}
            >
              Discard the draft
            </Button>
          )
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
            <Card title="1 What">
              <div className="flex flex-col gap-3">
                <div data-field="title">
                  <TextField
                    label="Title"
                    help="One line that a customer understands: “Galleries do not open”."
                    value={draft.title}
                    onChange={(title) => change({ ...draft, title })}
                    error={error('title')}
                    autoFocus
                  />
                </div>
                <div data-field="services">
                  <ServicesField
                    value={draft.services}
                    onChange={(next) => change({ ...draft, services: next })}
                    error={error('services')}
                  />
                </div>
                <div className="max-w-96" data-field="started_at">
                  <MomentField
                    label="Started"
                    help={draft.started ? '' : 'Leave it empty if it began just now.'}
                    value={draft.started}
                    onChange={(started) => change({ ...draft, started })}
                    error={error('started_at')}
                  />
                </div>
              </div>
            </Card>
            <Card title="2 When">
              <WhenField
                value={draft.when}
                onChange={(when) => change({ ...draft, when })}
                etaError={error('eta')}
                nextError={error('next_word_at')}
              />
            </Card>
            <Card title="3 Text">
              <PublicText
                label="Public text"
                help="What does not work, for whom, what you are doing, what still works."
                value={draft.text}
                onChange={(text) => change({ ...draft, text })}
                error={error('text')}
                subject={`[outage] ${draft.title.trim() || 'Title'}`}
              />
            </Card>
          </Locked>
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
          <Card title="4 Who">
            <AudienceCard services={services} topic="unplanned" />
          </Card>
          <Card title="5 Check">
            <div className="flex flex-col gap-3">
              <CheckList
                checks={checksOf({
                  title: draft.title,
                  services: names,
                  when: wishWords(draft.when, now),
                  text: draft.text,
                  told: services.length > 0 ? audience?.will_be_told : undefined,
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
