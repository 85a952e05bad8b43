// The next public word on an open incident.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, ask, type Takes } from '@/api/client';
import { fieldError } from '@/api/problem';
import { useAttempt } from '@/app/attempts';
import { useDraft } from '@/app/drafts';
import { Choice } from '@/design/field';
import { audienceQuery, type Incident, type IncidentState, noticesQuery } from './data';
import { focusField, focusRefused } from './focus_field';
import { sayWhenMailsLeave } from './leaving';
import { PublicText } from './public_text';
import { incidentWords } from './state_words';
import { WhenField } from './when_field';
import { noWish, type WhenWish, whenBody, whenGaps } from './when_wish';
import { WillHear } from './will_hear';
import { WordForm } from './word_form';

type OpenState = Exclude<IncidentState, 'resolved'>;
/** Without a state: as it is. */
type Draft = { state: OpenState | ''; when: WhenWish; text: string };
type Body = Takes<'/api/v1/incidents/{id}/updates'>;

const empty: Draft = { state: '', when: noWish, text: '' };
const states = (['investigating', 'identified', 'monitoring'] as const).map((id) => ({
  id,
  name: incidentWords[id].words,
}));

const gapsOf = (draft: Draft) => ({
  ...whenGaps(draft.when),
  ...(draft.text.trim() ? {} : { text: 'Say what is new, in a sentence or two.' }),
});

export function UpdateForm({ incident }: { incident: Incident }) {
  const draftName = `incident.update.${incident.id}`;
  const [draft, setDraft, clear] = useDraft<Draft>(draftName, empty);
  const [isPressed, setPressed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const attempt = useAttempt<Body>(draftName);
  const state = draft.state || (incident.state as OpenState);
  const publish = useMutation({
    mutationFn: () =>
      attempt.run(
        { ...draft, state },
        (written) => ({
          state: written.state,
          text: written.text.trim(),
          ...whenBody(written.when, Date.now()),
        }),
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
      setPressed(false);
      client.setQueryData(['status', 'incident', incident.id], now);
      void client.invalidateQueries({ queryKey: ['status', 'incidents'] });
      void sayWhenMailsLeave(client, noticesQuery(incident.id));
    },
    onError: (error) => focusRefused(form, error),
  });
  const change = (next: Draft) => {
    if (publish.isError) publish.reset();
    setDraft(next);
  };
  const audience = useQuery(
    audienceQuery(
      incident.services.map(({ service }) => service),
      'unplanned',
    ),
  ).data;
  const gaps = gapsOf(draft);
  const error = (field: 'eta' | 'next_word_at' | 'text') =>
    (isPressed ? gaps[field as keyof typeof gaps] : undefined) ?? fieldError(publish.error, field);

  return (
    <WordForm
      formRef={form}
      label="Next word"
      verb="Publish update"
      error={publish.error}
      isPending={publish.isPending}
      onSubmit={() => {
        setPressed(true);
        const missing = Object.keys(gaps);
        if (missing.length > 0) focusField(form, missing);
        else publish.mutate();
      }}
    >
      <Choice<OpenState>
        label="How far we are"
        options={states}
        value={state}
        onChange={(next) => change({ ...draft, state: next })}
      />
      <WhenField
        value={draft.when}
        onChange={(when) => change({ ...draft, when })}
        etaError={error('eta')}
        nextError={error('next_word_at')}
      />
      <PublicText
        label="Text of the update"
        help="What is new since the last word."
        value={draft.text}
        onChange={(text) => change({ ...draft, text })}
        error={error('text')}
        subject={`[outage] ${incident.title}`}
      />
      <WillHear audience={audience} />
    </WordForm>
  );
}
