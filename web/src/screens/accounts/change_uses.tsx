import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Gives, type Row } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { FormDialog } from '@/design/dialog';
import { Checkbox, Choice, FieldGroup } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';

type Account = Gives<'/api/v1/accounts/{id}'>;
type Service = Row<'/api/v1/services'>;

/** Decides who is told: what is not known counts as all. */
export function ChangeUses({
  account,
  all,
  onClose,
}: {
  account: Account;
  all: readonly Service[];
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [knows, setKnows] = useState<'these' | 'unknown'>('these');
  const [chosen, setChosen] = useState<readonly string[]>(account.own_services ?? []);
  const services = all.filter(({ is_group }) => !is_group);
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/v1/accounts/{id}/services', {
          params: { path: { id: account.id } },
          headers: { 'If-Match': `"${account.version}"` },
          body: { services: knows === 'these' ? [...chosen] : null },
        }),
      ),
    onSuccess: () => {
      say('Saved. The next notice goes by it.');
      onClose();
      return queries.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  return (
    <FormDialog
      title={`What ${account.name} uses`}
      verb="Save"
      isOpen
      isPending={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Choice
        label="Services"
        help={
          knows === 'these'
            ? 'It is told when one of these breaks, or one that all on its plan use.'
            : 'It is told when any service breaks.'
        }
        value={knows}
        onChange={setKnows}
        options={[
          { id: 'these', name: 'Only these' },
          { id: 'unknown', name: 'Not known' },
        ]}
        error={fieldError(save.error, 'services')}
      />
      {knows === 'these' && (
        <FieldGroup label="Services that it uses">
          {services.map(({ id, name }) => (
            <Checkbox
              key={id}
              isSelected={chosen.includes(id)}
              onChange={(on) =>
                setChosen(on ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            >
              <span dir="auto">{name}</span>
            </Checkbox>
          ))}
        </FieldGroup>
      )}
      <Refusal error={formError(save.error, ['services'])} />
    </FormDialog>
  );
}
