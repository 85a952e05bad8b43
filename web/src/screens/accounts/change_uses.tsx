import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Gives } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { ServicesPicker } from '@/app/services_picker';
import { FormDialog } from '@/design/dialog';
import { Choice } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';

type Account = Gives<'/api/v1/accounts/{id}'>;

/**
 * Decides who is told: what is not known counts as all. It is the account's own list; what all on its
 * plan use goes beside it and is changed there.
 */
export function ChangeUses({ account, onClose }: { account: Account; onClose: () => void }) {
  const queries = useQueryClient();
  const [knows, setKnows] = useState<'these' | 'unknown'>('these');
  const [chosen, setChosen] = useState<readonly string[]>(account.own_services ?? []);
  const byPlan = account.services?.filter((id) => !account.own_services?.includes(id)) ?? [];
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
        <ServicesPicker
          label="Services that it uses"
          value={chosen}
          onChange={setChosen}
          noteOn={(id) => (byPlan.includes(id) ? 'by its plan, anyway' : undefined)}
        />
      )}
      <Refusal error={formError(save.error, ['services'])} />
    </FormDialog>
  );
}
