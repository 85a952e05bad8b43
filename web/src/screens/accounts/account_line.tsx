import type { Row } from '@/api/client';
import { countOf } from '@/design/words';

type Account = Row<'/api/v1/accounts'>;

/** How much of our service it depends on; what is not known counts as everything. */
function uses(services: number | null): string {
  return services === null ? 'uses: unknown, so all' : `uses ${countOf(services, 'service')}`;
}

export function AccountLine({ account }: { account: Account }) {
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_auto] content-center items-baseline gap-x-6 px-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,9rem)_7rem_10rem] md:px-6">
      <span className="truncate font-medium" dir="auto">
        {account.name}
      </span>
      <span className="truncate max-sm:text-end">{account.plan_name}</span>
      <span className="text-sm text-soft">{countOf(account.contacts, 'contact')}</span>
      <span className="truncate text-sm text-soft max-sm:text-end">{uses(account.services)}</span>
    </div>
  );
}
