import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api, ask } from '@/api/client';
import { Combo } from '@/design/combo';
import { Choice, type Option, Select } from '@/design/field';

/** `to` is "public", the text id of the account, or that of one of its contacts. */
export type Recipient = { to: string; account: Option<string> | null };

export function RecipientField({
  value: { to, account },
  onChange,
  error,
}: {
  value: Recipient;
  onChange: (recipient: Recipient) => void;
  error: string | undefined;
}) {
  const isPublic = to === 'public';
  return (
    <>
      <Choice
        label="To whom"
        value={isPublic ? 'public' : 'account'}
        onChange={(kind) =>
          onChange({ account, to: kind === 'public' ? 'public' : (account?.id ?? '') })
        }
        options={[
          { id: 'account', name: 'A customer' },
          { id: 'public', name: 'Everybody' },
        ]}
      />
      {!isPublic && (
        <AccountField
          chosen={account}
          onChoose={(next) => onChange({ account: next, to: next?.id ?? '' })}
          error={error}
        />
      )}
      {!isPublic && account && (
        <ContactField
          account={account.id}
          value={to}
          onChange={(next) => onChange({ account, to: next })}
        />
      )}
    </>
  );
}

function AccountField({
  chosen,
  onChoose,
  error,
}: {
  chosen: Option<string> | null;
  onChoose: (account: Option<string> | null) => void;
  error: string | undefined;
}) {
  const [typed, setTyped] = useState('');
  const wish = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['accounts', 'found', wish],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/accounts', { params: { query: { q: wish, limit: 20 } }, signal })),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map(({ id, name, plan_name }) => ({
    id,
    name,
    note: plan_name,
  }));
  return (
    <Combo
      label="Account"
      placeholder="Name, contact or address"
      // What was chosen stays on offer, or its name would be wiped out of the field.
      options={
        chosen && !options.some(({ id }) => id === chosen.id) ? [chosen, ...options] : options
      }
      value={chosen?.id ?? null}
      onChange={(id) => onChoose(options.find((option) => option.id === id) ?? null)}
      onType={setTyped}
      error={error}
      isRequired
    />
  );
}

function ContactField({
  account,
  value,
  onChange,
}: {
  account: string;
  value: string;
  onChange: (to: string) => void;
}) {
  const contacts = useQuery({
    queryKey: ['accounts', 'account', account],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/accounts/{id}', { params: { path: { id: account } }, signal })),
  }).data?.contacts;
  return (
    <Select
      label="Person"
      options={[
        { id: account, name: 'The account as a whole' },
        ...(contacts ?? []).map(({ id, name, email }) => ({ id, name, note: email })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
