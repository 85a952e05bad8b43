// Everybody who depends on us, by name.

import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Building2, SearchX } from 'lucide-react';
import { useRef } from 'react';
import { flat } from '@/api/queries';
import { plansQuery } from '@/app/shared_queries';
import { useShortcuts } from '@/app/shortcuts';
import { useTyped } from '@/app/typed';
import { SearchField, Select } from '@/design/field';
import { Grid } from '@/design/grid';
import { PageHead } from '@/design/page';
import { Empty, Failure, Skeleton } from '@/design/states';
import { useNarrow } from '@/design/use_narrow';
import { AccountLine } from './account_line';
import { useAccounts } from './queries';

const route = getRouteApi('/inside/accounts');

export function AccountsScreen() {
  const { q = '', plan = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const narrow = useNarrow();
  const accounts = useAccounts(q, plan);
  const plans = useQuery(plansQuery).data?.items ?? [];
  const rows = flat(accounts.data);
  const [typed, setTyped] = useTyped(q, (next) =>
    navigate({
      search: ({ q: _, ...rest }) => (next ? { ...rest, q: next } : rest),
      replace: true,
    }),
  );
  useShortcuts('Accounts', [
    { keys: 's', label: 'Search accounts', run: () => input.current?.focus() },
  ]);

  return (
    <div className="flex h-full flex-col">
      <PageHead title="Accounts" />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-3 md:px-6">
        <div className="min-w-48 max-w-80 grow">
          <SearchField
            label="Search accounts"
            placeholder="Account, contact, address"
            inputRef={input}
            value={typed}
            onChange={setTyped}
          />
        </div>
        <div className="w-44">
          <Select
            label="Plan"
            hideLabel
            options={[{ id: '', name: 'All plans' }, ...plans]}
            value={plan}
            onChange={(next) =>
              void navigate({
                search: ({ plan: _, ...rest }) => (next ? { ...rest, plan: next } : rest),
                replace: true,
              })
            }
          />
        </div>
        {plan && (
          <Link to="/plans/$id" params={{ id: plan }} className="underline decoration-edge">
            What this plan is
          </Link>
        )}
      </div>
      <div className="min-h-0 grow border-line border-t bg-card">
        {accounts.isPending ? (
          <Skeleton lines={12} className="px-6 py-3" />
        ) : accounts.isLoadingError ? (
          <Failure error={accounts.error} onRetry={() => void accounts.refetch()} />
        ) : rows.length > 0 ? (
          <Grid
            label="Accounts"
            rows={rows}
            rowHeight={narrow ? 60 : 45}
            text={(account) => `${account.name}, ${account.plan_name}`}
            href={(account) => `/accounts/${account.id}`}
            onEnd={() =>
              accounts.hasNextPage && !accounts.isFetching && void accounts.fetchNextPage()
            }
          >
            {(account) => <AccountLine account={account} />}
          </Grid>
        ) : q || plan ? (
          <Empty icon={SearchX} title={q ? `Nothing found for “${q}”` : 'Nobody is on this plan'}>
            Try a part of the account’s name, a contact’s name or address, or another plan.
          </Empty>
        ) : (
          <Empty icon={Building2} title="No accounts yet">
            Bring them in from a file with <code>tellfirst import</code>, or by the API.
          </Empty>
        )}
      </div>
    </div>
  );
}
