// The next public word on an open incident.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ask } from '@/api/client';
import { fieldError } from '@/api/problem';
import { useAttempt } from '@/app/attempts';
import { useDraft } from '@/app/drafts';
import { usePatch } from '@/app/patch';
import { TemplateField } from '@/app/template_field';
import { Choice } from '@/design/field';
import { audienceQuery, type Incident, type IncidentState, noticesQuery } from './data';
import { focusRefused } from './focus_field';
import { sayWhenMailsLeave } from './leaving';
import { PublicText } from './public_text';
import { incidentWords } from './state_words';
import {
  emptyUpdate,
  type OpenState,
  type UpdateBody,
  type UpdateDraft,
  type UpdateField,
  updateBody,
  updateGaps,
} from './update_draft';
import { UpdateMore } from './update_more';
import { useWhole } from './use_whole';
import { WhenField } from './when_field';
import { WillHear } from './will_hear';
import { WordForm } from './word_form';

const openStates = ['investigating', 'identified', 'monitoring'] as const;
const states = openStates.map((id) => ({ id, name: incidentWords[id].words }));

const openState = (state: IncidentState): OpenState =>
  openStates.find((each) => each === state) ?? 'investigating';

export function UpdateForm({ incident }: { incident: Incident }) {
  const draftName = `incident.word.${incident.id}`;
  const [draft, setDraft, clear] = useDraft(draftName, emptyUpdate);
  const form = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const attempt = useAttempt<UpdateBody>(draftName);
  const state = draft.state || openState(incident.state);
  const publish = useMutation({
    mutationFn: () =>
      attempt.run(
        { ...draft, state },
        (written) => updateBody(written, written.state, incident, Date.now()),
        (body, key) =>
          ask(
            api.POST('/api/v1/incidents/{id}/updates', {
              params: { path: { id: incident.id }, header: { 'Idempotency-Key': key } },
              headers: { 'If-Match': `"${incident.version}"` },
              body,
            }),
          ),
      ),
    onSuccess: (now) => {
      clear();
      forget();
      client.setQueryData(['status', 'incident', incident.id], now);
      void client.invalidateQueries({ queryKey: ['status', 'incidents'] });
      void sayWhenMailsLeave(client, noticesQuery(incident.id));
    },
    onError: (error) => focusRefused(form, error),
  });
  const patch = usePatch(draft, setDraft);
  const change = (next: Partial<UpdateDraft>) => {
    if (publish.isError) publish.reset();
    patch(next);
  };
  const services = incident.services.map(({ service }) => service);
  const audience = useQuery(audienceQuery(services, 'unplanned', incident.account)).data;
  const gaps = updateGaps(draft);
  const { isPressed, forget, whole } = useWhole(form, Object.keys(gaps));
  const error = (field: UpdateField) =>
    (isPressed ? gaps[field] : undefined) ?? fieldError(publish.error, field);

  return (
    <WordForm
      formRef={form}
      label="Next word"
      verb="Publish update"
      error={publish.error}
      isPending={publish.isPending}
      onSubmit={() => whole(() => publish.mutate())}
      said={() =>
        whole(() => ({
          incident: incident.id,
          update: updateBody(draft, state, incident, Date.now()),
        }))
      }
    >
      <TemplateField
        kind="update"
        onPick={({ text }) => change({ text })}
        onUndo={() => change({ text: draft.text })}
      />
      <Choice<OpenState>
        label="How far we are"
        options={states}
        value={state}
        onChange={(next) => change({ state: next })}
      />
      <WhenField
        value={draft.when}
        onChange={(when) => change({ when })}
        etaError={error('eta')}
        nextError={error('next_word_at')}
      />
      <PublicText
        label="Text of the update"
        help="What is new since the last word."
        value={draft.text}
        onChange={(text) => change({ text })}
        error={error('text')}
        subject={`[outage] ${incident.title}`}
      />
      <UpdateMore
        incident={incident}
        draft={draft}
        onChange={change}
        servicesError={error('services')}
        error={publish.error}
      />
      <WillHear audience={audience} />
    </WordForm>
  );
}
