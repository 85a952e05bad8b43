// The last word: what happened. Whoever heard of the incident hears of its end.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ask, type Takes } from '@/api/client';
import { fieldError } from '@/api/problem';
import { useAttempt } from '@/app/attempts';
import { useDraft } from '@/app/drafts';
import { usePatch } from '@/app/patch';
import { fromLocal } from '@/design/local_time';
import { MomentField } from '@/design/moment_field';
import { More } from '@/design/more';
import { type DataSafety, type Incident, noticesQuery, recoveryAudienceQuery } from './data';
import { focusRefused } from './focus_field';
import { sayWhenMailsLeave } from './leaving';
import { PublicText } from './public_text';
import { SafetyField } from './safety_field';
import { useWhole } from './use_whole';
import { WillHear } from './will_hear';
import { WordForm } from './word_form';

type Body = Takes<'/api/v1/incidents/{id}/resolve'>;

type Draft = {
  text: string;
  /** As a datetime-local field has it; empty: now. */
  ended: string;
  /** Empty: as it was said. */
  safety: DataSafety | '';
};

const empty: Draft = { text: '', ended: '', safety: '' };

function bodyOf({ text, ended, safety }: Draft): Body {
  const ended_at = fromLocal(ended);
  return {
    text: text.trim(),
    ...(ended_at ? { ended_at } : {}),
    ...(safety ? { data_safety: safety } : {}),
  };
}

export function ResolveForm({ incident }: { incident: Incident }) {
  const draftName = `incident.end.${incident.id}`;
  const [kept, setDraft, clear] = useDraft(draftName, empty);
  // A draft that an earlier console kept may lack what came later.
  const draft = { ...empty, ...kept };
  const form = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const attempt = useAttempt<Body>(draftName);
  const resolve = useMutation({
    mutationFn: () =>
      attempt.run(draft, bodyOf, (body, key) =>
        ask(
          api.POST('/api/v1/incidents/{id}/resolve', {
            params: { path: { id: incident.id }, header: { 'Idempotency-Key': key } },
            headers: { 'If-Match': `"${incident.version}"` },
            body,
          }),
        ),
      ),
    onSuccess: (now) => {
      clear();
      client.setQueryData(['status', 'incident', incident.id], now);
      for (const room of ['status', 'tickets', 'promises'])
        void client.invalidateQueries({ queryKey: [room] });
      void sayWhenMailsLeave(client, noticesQuery(incident.id));
      // The form goes away; whoever types stays on this screen.
      document.getElementById('content')?.focus();
    },
    onError: (error) => focusRefused(form, error),
  });
  const patch = usePatch(draft, setDraft);
  const change = (next: Partial<Draft>) => {
    if (resolve.isError) resolve.reset();
    patch(next);
  };
  const endedError = fieldError(resolve.error, 'ended_at');
  const audience = useQuery(recoveryAudienceQuery(incident.id)).data;
  const gap = draft.text.trim() ? undefined : 'Say what happened: those who were hit want to know.';
  const { isPressed, whole } = useWhole(form, gap ? ['text'] : []);
  return (
    <WordForm
      formRef={form}
      label="Resolve"
      verb="Resolve and tell"
      error={resolve.error}
      isPending={resolve.isPending}
      onSubmit={() => whole(() => resolve.mutate())}
      said={() => whole(() => ({ incident: incident.id, resolve: bodyOf(draft) }))}
    >
      <PublicText
        label="Closing text"
        help="What happened, whether anything was lost, what you do so that it does not come back."
        value={draft.text}
        onChange={(text) => change({ text })}
        error={(isPressed ? gap : undefined) ?? fieldError(resolve.error, 'text')}
        subject={`[resolved] ${incident.title}`}
      />
      <SafetyField
        value={draft.safety || incident.data_safety}
        onChange={(safety) => change({ safety })}
      />
      <More title="It was over earlier" needsEye={draft.ended !== '' || endedError !== undefined}>
        <div className="max-w-96" data-field="ended_at">
          <MomentField
            label="It was over"
            help={draft.ended ? '' : 'Leave it empty if it ended just now.'}
            value={draft.ended}
            onChange={(ended) => change({ ended })}
            error={endedError}
          />
        </div>
      </More>
      <WillHear audience={audience} />
    </WordForm>
  );
}
