import { useQuery } from '@tanstack/react-query';
import { api, ask } from '@/api/client';
import { AccountField } from '@/app/account_field';
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
          isRequired
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
