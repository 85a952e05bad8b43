import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Gives } from '@/api/client';
import { ServicesPicker } from '@/app/services_picker';
import { FormDialog } from '@/design/dialog';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';

/** Decides who is told: everybody on the plan, whatever each account names itself. */
export function ChangePlanUses({
  plan,
  rule,
  onClose,
}: {
  plan: Gives<'/api/v1/plans/{id}'>;
  rule: Gives<'/api/v1/plans/{id}/services'>;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [seen] = useState(rule);
  const [chosen, setChosen] = useState(rule.services);
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/v1/plans/{id}/services', {
          params: { path: { id: plan.id } },
          headers: { 'If-Match': `"${seen.version}"` },
          body: { services: [...chosen] },
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
      title={`What all on ${plan.name} use`}
      verb="Save"
      isOpen
      isPending={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <p>
        Whoever is on this plan is told when one of these breaks. With none of them each account
        names its own.
      </p>
      <ServicesPicker label="Services that they use" value={chosen} onChange={setChosen} />
      <Refusal error={save.error} />
    </FormDialog>
  );
}
