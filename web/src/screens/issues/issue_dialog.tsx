// Writes a known issue, or changes one.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@/api/client';
import { useAttempt } from '@/app/attempts';
import { useDraft } from '@/app/drafts';
import { useFields } from '@/app/fields';
import { ServicesPicker } from '@/app/services_picker';
import { FormDialog } from '@/design/dialog';
import { Checkbox, TextField } from '@/design/field';
import { MomentField } from '@/design/moment_field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import type { Issue, NewIssue } from './data';
import { bodyOf, draftOf, emptyIssue, type IssueDraft } from './issue_draft';

const fields = ['title', 'services', 'text', 'workaround.text', 'workaround.url', 'fix'] as const;

export function IssueDialog({ issue, onClose }: { issue: Issue | undefined; onClose: () => void }) {
  const draftName = issue ? `issue.${issue.id}` : 'issue.new';
  const [draft, setDraft, clear] = useDraft<IssueDraft>(
    draftName,
    issue ? draftOf(issue) : emptyIssue,
  );
  const client = useQueryClient();
  const attempt = useAttempt<NewIssue>(draftName);
  const save = useMutation({
    mutationFn: () =>
      issue
        ? ask(
            api.PUT('/api/v1/issues/{id}', {
              params: { path: { id: issue.id } },
              headers: { 'If-Match': `"${issue.version}"` },
              body: bodyOf(draft),
            }),
          )
        : attempt.run(draft, bodyOf, (body, key) =>
            ask(
              api.POST('/api/v1/issues', { params: { header: { 'Idempotency-Key': key } }, body }),
            ),
          ),
    onSuccess: () => {
      clear();
      void client.invalidateQueries({ queryKey: ['status'] });
      say(issue ? 'The issue is changed.' : 'The issue is known now; the page shows it.');
      onClose();
    },
  });
  const { change, error, rest } = useFields(save, fields, draft, setDraft);
  return (
    <FormDialog
      title={issue ? 'Change the known issue' : 'Add a known issue'}
      verb={issue ? 'Change' : 'Add'}
      isOpen
      isPending={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Refusal error={rest} />
      <TextField
        label="Title"
        needed="Say in a line what is wrong."
        value={draft.title}
        onChange={(title) => change({ title })}
        error={error('title')}
        autoFocus
      />
      <ServicesPicker
        value={draft.services}
        onChange={(services) => change({ services })}
        error={error('services')}
      />
      <TextField
        label="What goes wrong, and for whom"
        needed="Say what customers see of it."
        rows={3}
        value={draft.text}
        onChange={(text) => change({ text })}
        error={error('text')}
      />
      <TextField
        label="What helps until it is fixed"
        rows={2}
        value={draft.workaround}
        onChange={(workaround) => change({ workaround })}
        error={error('workaround.text')}
      />
      <TextField
        label="Where that is explained"
        type="url"
        value={draft.url}
        onChange={(url) => change({ url })}
        error={error('workaround.url')}
      />
      <MomentField
        label="Fixed by"
        help="A promise. Leave it empty while there is no date: the page says so."
        value={draft.fix}
        onChange={(fix) => change({ fix })}
        error={error('fix')}
      />
      <Checkbox isSelected={draft.isPublic} onChange={(isPublic) => change({ isPublic })}>
        On the public page
      </Checkbox>
    </FormDialog>
  );
}
