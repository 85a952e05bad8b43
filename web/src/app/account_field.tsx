import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api, ask } from '@/api/client';
import { Combo } from '@/design/combo';
import type { Option } from '@/design/field';

/** One account, found by its name or by who belongs to it. */
export function AccountField({
  label = 'Account',
  help,
  chosen,
  onChoose,
  error,
  isRequired = false,
}: {
  label?: string;
  help?: string;
  chosen: Option<string> | null;
  onChoose: (account: Option<string> | null) => void;
  error: string | undefined;
  isRequired?: boolean;
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
      label={label}
      {...(help ? { help } : {})}
      placeholder="Name, contact or address"
      // What was chosen stays on offer, or its name would be wiped out of the field.
      options={
        chosen && !options.some(({ id }) => id === chosen.id) ? [chosen, ...options] : options
      }
      value={chosen?.id ?? null}
      onChange={(id) => onChoose(options.find((option) => option.id === id) ?? null)}
      onType={setTyped}
      error={error}
      isRequired={isRequired}
    />
  );
}
