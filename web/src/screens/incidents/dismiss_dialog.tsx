import { api, ask } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { FormDialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import type { Incident } from './data';
import { asSeen, useIncidentChange } from './use_incident_change';

export function DismissDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const [reason, setReason, clear] = useDraft(`incident.dismiss.${incident.id}`, '');
  const dismiss = useIncidentChange(() =>
    ask(api.POST('/api/v1/incidents/{id}/dismiss', { ...asSeen(incident), body: { reason } })),
  );
  return (
    <FormDialog
      title="Dismiss the suspicion"
      verb="Dismiss"
      isOpen
      isPending={dismiss.isPending}
      onSubmit={() =>
        dismiss.mutate(undefined, {
          onSuccess: () => {
            clear();
            say('Dismissed. Customers never saw it.');
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <TextField
        label="Why it is no incident"
        help="For the team: “a false alarm of fra-1”."
        value={reason}
        onChange={setReason}
        error={fieldError(dismiss.error, 'reason')}
        needed="Say in a line why it is no incident."
        autoFocus
      />
      <Refusal error={formError(dismiss.error, ['reason'])} />
    </FormDialog>
  );
}
