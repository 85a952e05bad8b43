import { useState } from 'react';
import { api, ask } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { PersonField } from '@/app/person_field';
import { FormDialog } from '@/design/dialog';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import type { Incident } from './data';
import { asSeen, useIncidentChange } from './use_incident_change';

export function OwnerDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const [owner, setOwner] = useState(incident.owner ?? '');
  const change = useIncidentChange(() =>
    ask(
      api.POST('/api/v1/incidents/{id}/owner', {
        ...asSeen(incident),
        body: { owner: owner || null },
      }),
    ),
  );
  return (
    <FormDialog
      title="Change the owner"
      verb="Save"
      isOpen
      isPending={change.isPending}
      onSubmit={() =>
        change.mutate(undefined, {
          onSuccess: () => {
            say('Saved. From now on this person is paged.');
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <PersonField
        label="Owner"
        help="Paged when the next word is late, or when nothing was said for hours."
        value={owner}
        onChange={setOwner}
        error={fieldError(change.error, 'owner')}
      />
      <Refusal error={formError(change.error, ['owner'])} />
    </FormDialog>
  );
}
