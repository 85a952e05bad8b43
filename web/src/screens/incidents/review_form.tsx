// After the end: what happened, and what was changed so that it does not come back.
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ask, type Takes } from '@/api/client';
import { fieldError } from '@/api/problem';
import { useAttempt } from '@/app/attempts';
import { useDraft } from '@/app/drafts';
import { usePatch } from '@/app/patch';
import { Checkbox } from '@/design/field';
import { type Incident, noticesQuery } from './data';
import { focusRefused } from './focus_field';
import { sayWhenMailsLeave } from './leaving';
import { PublicText } from './public_text';
import { asSeen, useIncidentChange } from './use_incident_change';
import { useWhole } from './use_whole';
import { WordForm } from './word_form';

type Body = Takes<'/api/v1/incidents/{id}/review'>;

const empty = { text: '', notify: true };

export function ReviewForm({ incident }: { incident: Incident }) {
  const draftName = `incident.review.${incident.id}`;
  const [draft, setDraft, clear] = useDraft(draftName, empty);
  const form = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const attempt = useAttempt<Body>(draftName);
  const patch = usePatch(draft, setDraft);
  const publish = useIncidentChange(() =>
    attempt.run(
      draft,
      ({ text, notify }) => ({ text: text.trim(), notify }),
      (body, key) => {
        const { params, headers } = asSeen(incident);
        const header = { 'Idempotency-Key': key };
        return ask(
          api.POST('/api/v1/incidents/{id}/review', {
            params: { ...params, header },
            headers,
            body,
          }),
        );
      },
    ),
  );
  const gap = draft.text.trim() ? undefined : 'Say what happened and what you changed.';
  const { isPressed, whole } = useWhole(form, gap ? ['text'] : []);
  const submit = () =>
    publish.mutate(undefined, {
      onSuccess: () => {
        clear();
        void sayWhenMailsLeave(client, noticesQuery(incident.id));
        // The form goes away; whoever types stays on this screen.
        document.getElementById('content')?.focus();
      },
      onError: (error) => focusRefused(form, error),
    });
  return (
    <WordForm
      formRef={form}
      label="Review"
      verb="Publish the review"
      error={publish.error}
      isPending={publish.isPending}
      onSubmit={() => whole(submit)}
      said={() =>
        whole(() => ({ incident: incident.id, review: { text: draft.text.trim(), notify: true } }))
      }
    >
      <PublicText
        label="Text of the review"
        help="What happened, in the order of time; why; what you changed so that it does not come back."
        value={draft.text}
        onChange={(text) => {
          if (publish.isError) publish.reset();
          patch({ text });
        }}
        error={(isPressed ? gap : undefined) ?? fieldError(publish.error, 'text')}
        subject={`[review] ${incident.title}`}
      />
      <Checkbox isSelected={draft.notify} onChange={(notify) => patch({ notify })}>
        Tell those who heard of the end
      </Checkbox>
    </WordForm>
  );
}
