import { Confirm } from '@/design/dialog';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { type Service, useRetire } from './queries';

/** Asks first; where something still needs the service, the server says what. */
export function RetireService({ service, onClose }: { service: Service; onClose: () => void }) {
  const retire = useRetire(service);
  return (
    <Confirm
      title={`Retire ${service.name}?`}
      text={
        <div className="flex flex-col gap-3">
          <p>
            Nobody sees it on the page any more, and no incident or window can name it. Its history
            stays, and counts for the time in which it was there. It cannot be brought back.
          </p>
          <Refusal error={retire.error} />
        </div>
      }
      verb="Retire"
      isOpen
      isPending={retire.isPending}
      onConfirm={() =>
        retire.mutate(undefined, {
          onSuccess: () => {
            say(`${service.name} is retired.`);
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}
