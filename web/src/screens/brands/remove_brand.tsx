// Removes a partner's brand; the server names who still uses it.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@/api/client';
import { brandsQuery } from '@/app/shared_queries';
import { Confirm } from '@/design/dialog';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import type { Brand } from './data';

export function RemoveBrand({ brand, onClose }: { brand: Brand; onClose: () => void }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      ask(
        api.DELETE('/api/v1/brands/{id}', {
          params: { path: { id: brand.id } },
          headers: { 'If-Match': `"${brand.version}"` },
        }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: brandsQuery.queryKey });
      say(`“${brand.name}” is removed.`);
      onClose();
    },
  });
  return (
    <Confirm
      title={`Remove “${brand.name}”?`}
      text={
        <div className="flex flex-col gap-3">
          <p>
            {brand.host} shows our own pages from then on, as any unknown host name does: point it
            elsewhere first.
          </p>
          <Refusal error={remove.error} />
        </div>
      }
      verb="Remove"
      isOpen
      isPending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
