import { fieldError, formError } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { FormDialog } from '@/design/dialog';
import { Choice } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { type Service, useAddService } from './queries';
import { ServiceFields, type Wish, wishFields } from './service_fields';
import { lastPlace, possibleParents } from './tree';

const empty: Wish = {
  name: '',
  description: '',
  is_public: true,
  is_group: false,
  parent: null,
  checked_every_s: null,
};

export function AddService({
  services,
  onClose,
}: {
  services: readonly Service[];
  onClose: () => void;
}) {
  const [wish, setWish, clear] = useDraft('service.new', empty);
  const add = useAddService();
  const change = (next: Partial<Wish>) => {
    if (add.isError) add.reset();
    setWish({ ...wish, ...next });
  };
  return (
    <FormDialog
      title={wish.is_group ? 'Add a group' : 'Add a service'}
      verb="Add"
      isOpen
      isPending={add.isPending}
      onSubmit={() =>
        add.mutate(
          { ...wish, position: lastPlace(services, wish.parent) },
          {
            onSuccess: ({ name }) => {
              clear();
              say(`${name} is added.`);
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <Choice
        label="What it is"
        help={wish.is_group ? 'It holds services and is as they are.' : ''}
        value={wish.is_group ? 'group' : 'service'}
        onChange={(kind) =>
          change(kind === 'group' ? { is_group: true, checked_every_s: null } : { is_group: false })
        }
        options={[
          { id: 'service', name: 'A service' },
          { id: 'group', name: 'A group of services' },
        ]}
        error={fieldError(add.error, 'is_group')}
      />
      <ServiceFields
        value={wish}
        onChange={change}
        groups={possibleParents(services)}
        error={add.error}
      />
      <Refusal error={formError(add.error, wishFields)} />
    </FormDialog>
  );
}
