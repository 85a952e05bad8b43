import { Button } from '@/design/button';
import { ShownOnce } from '@/design/copy';
import { Dialog } from '@/design/dialog';
import type { Person } from './queries';

export function PasswordLink({
  person,
  url,
  onClose,
}: {
  person: Pick<Person, 'name'>;
  url: string;
  onClose: () => void;
}) {
  return (
    <Dialog
      title={`Password link for ${person.name}`}
      isOpen
      showsOnce
      onClose={onClose}
      actions={
        <Button look="main" onPress={onClose}>
          Done
        </Button>
      }
    >
      <div className="flex flex-col gap-4 pt-1">
        <p>
          Send it to {person.name} in a way that nobody else reads. It lets its holder set a
          password, works once and within a day, and is not shown again.
        </p>
        <ShownOnce label="The link" text={url} />
      </div>
    </Dialog>
  );
}
