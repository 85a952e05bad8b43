import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '@/api/client';
import { useMay } from '@/app/session';

/** The one customer whom it hits. */
export function OnlyAccount({ id }: { id: string }) {
  const mayRead = useMay('read_accounts');
  const account = useQuery({
    queryKey: ['accounts', 'account', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal })),
    enabled: mayRead,
  }).data;
  if (!mayRead) return 'one customer';
  return (
    <Link
      to="/accounts/$id"
      params={{ id }}
      className="text-link underline underline-offset-2"
      dir="auto"
    >
      {account?.name ?? 'one customer'}
    </Link>
  );
}
