import { useState } from 'react';
import { formError } from '@/api/problem';
import { FormDialog } from '@/design/dialog';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { type Service, useChangeService } from './queries';
import { ServiceFields, type Wish, wishFields } from './service_fields';
import { lastPlace, possibleParents } from './tree';

export function ChangeService({
  service,
  services,
  onClose,
}: {
  service: Service;
  services: readonly Service[];
  onClose: () => void;
}) {
  // What it was when one began: somebody else's change meanwhile is refused, not overwritten.
  const [before] = useState(service);
  const [wish, setWish] = useState<Wish>(before);
  const save = useChangeService(before);
  const { name, description, is_public, is_group, parent, checked_every_s } = wish;
  const position = parent === before.parent ? before.position : lastPlace(services, parent);
  return (
    <FormDialog
      title={`Change ${before.name}`}
      verb="Save"
      isOpen
      isPending={save.isPending}
      onSubmit={() =>
        save.mutate(
          { name, description, is_public, is_group, parent, checked_every_s, position },
          {
            onSuccess: () => {
              say('Saved. The page shows it so from now on.');
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <ServiceFields
        value={wish}
        onChange={(change) => {
          if (save.isError) save.reset();
          setWish({ ...wish, ...change });
        }}
        groups={possibleParents(services, before)}
        error={save.error}
      />
      <Refusal error={formError(save.error, wishFields)} />
    </FormDialog>
  );
}
