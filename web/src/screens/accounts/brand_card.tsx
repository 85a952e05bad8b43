// In whose name the account's contacts hear from us. Not there before there is a partner.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Gives } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { useMay } from '@/app/session';
import { brandsQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { FormDialog } from '@/design/dialog';
import { Select } from '@/design/field';
import { Card } from '@/design/page';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import type { Brand } from '../brands/data';

type Account = Gives<'/api/v1/accounts/{id}'>;

export function BrandCard({ account }: { account: Account }) {
  const brands = useQuery(brandsQuery).data?.items ?? [];
  const mayChange = useMay('write_accounts');
  const [isChanging, setChanging] = useState(false);
  if (brands.length < 2) return null;
  return (
    <Card title="Hears from">
      <p dir="auto">{brands.find(({ id }) => id === account.brand)?.name}</p>
      {mayChange && (
        <Button className="mt-3" onPress={() => setChanging(true)}>
          Change
        </Button>
      )}
      {isChanging && (
        <GiveBrand account={account} brands={brands} onClose={() => setChanging(false)} />
      )}
    </Card>
  );
}

function GiveBrand({
  account,
  brands,
  onClose,
}: {
  account: Account;
  brands: readonly Brand[];
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [brand, setBrand] = useState(account.brand);
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/v1/accounts/{id}/brand', {
          params: { path: { id: account.id } },
          headers: { 'If-Match': `"${account.version}"` },
          body: { brand },
        }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['accounts'] });
      say('Saved. The next mail goes out in that name.');
      onClose();
    },
  });
  return (
    <FormDialog
      title={`In whose name ${account.name} hears from us`}
      verb="Save"
      isOpen
      isPending={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Select
        label="Brand"
        help="Of its mails, its page and its sign-in."
        options={brands}
        value={brand}
        onChange={setBrand}
        error={fieldError(save.error, 'brand')}
      />
      <Refusal error={formError(save.error, ['brand'])} />
    </FormDialog>
  );
}
