// What was said on the phone, in a meeting, by hand: it counts as much as any other promise.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Takes } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { useAttempt } from '@/app/attempts';
import { useDraft } from '@/app/drafts';
import { PersonField } from '@/app/person_field';
import { useMe } from '@/app/session';
import { FormDialog } from '@/design/dialog';
import { Choice, Select, TextField } from '@/design/field';
import { fromLocal } from '@/design/local_time';
import { MomentField } from '@/design/moment_field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { type NoDate, noDates } from './promise_words';
import { type Recipient, RecipientField } from './recipient_field';

type Draft = {
  text: string;
  recipient: Recipient;
  owner: string;
  dated: 'by' | 'never';
  due: string;
  noDate: NoDate | null;
};

type Body = Takes<'/api/v1/promises'>;

const draftName = 'promise.new';
const fields = ['text', 'to', 'owner', 'due_at', 'no_date'];

function bodyOf(draft: Draft): Body {
  return {
    text: draft.text,
    to: draft.recipient.to,
    owner: draft.owner || null,
    due_at: draft.dated === 'by' ? (fromLocal(draft.due) ?? null) : null,
    no_date: draft.dated === 'never' ? draft.noDate : null,
    source: 'by_hand',
    about: '',
  };
}

export function NewPromise({ onClose }: { onClose: () => void }) {
  const { person } = useMe();
  const queries = useQueryClient();
  const [draft, setDraft, clear] = useDraft<Draft>(draftName, {
    text: '',
    recipient: { to: '', account: null },
    owner: person?.id ?? '',
    dated: 'by',
    due: '',
    noDate: null,
  });
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const attempt = useAttempt<Body>(draftName);
  const make = useMutation({
    mutationFn: () =>
      attempt.run(draft, bodyOf, (body, key) =>
        ask(api.POST('/api/v1/promises', { params: { header: { 'Idempotency-Key': key } }, body })),
      ),
    onSuccess: () => {
      clear();
      say('Promised.');
      onClose();
      return queries.invalidateQueries({ queryKey: ['promises'] });
    },
  });
  const wrong = (field: string) => fieldError(make.error, field);

  return (
    <FormDialog
      title="Make a promise"
      verb="Promise"
      isOpen
      isPending={make.isPending}
      onSubmit={() => make.mutate()}
      onClose={onClose}
    >
      <TextField
        label="What we promise"
        help="A sentence that can be kept: “We call Ana back with the cause of the failed import.”"
        rows={2}
        autoFocus
        needed="Say what you promise."
        value={draft.text}
        onChange={(text) => change({ text })}
        error={wrong('text')}
      />
      <RecipientField
        value={draft.recipient}
        onChange={(recipient) => change({ recipient })}
        error={wrong('to')}
      />
      <Choice
        label="When"
        value={draft.dated}
        onChange={(dated) => change({ dated })}
        options={[
          { id: 'by', name: 'By a moment' },
          { id: 'never', name: 'There is no date yet' },
        ]}
      />
      {draft.dated === 'by' ? (
        <MomentField
          label="Due by"
          value={draft.due}
          onChange={(due) => change({ due })}
          error={wrong('due_at')}
          needed="Say by when."
        />
      ) : (
        <Select
          label="Why there is no date"
          help="“We will try” is no promise: say what it depends on."
          options={(Object.keys(noDates) as NoDate[]).map((id) => ({ id, name: noDates[id] }))}
          value={draft.noDate}
          onChange={(noDate) => change({ noDate })}
          error={wrong('no_date') ?? wrong('due_at')}
        />
      )}
      <PersonField
        label="Who keeps it"
        value={draft.owner}
        onChange={(owner) => change({ owner })}
        error={wrong('owner')}
      />
      <Refusal error={formError(make.error, fields)} />
    </FormDialog>
  );
}
