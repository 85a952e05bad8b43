// One account: what was sold, who to reach, what it uses, what it asks and what we owe it.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '@/app/session';
import { Day } from '@/design/moment';
import { PageHead } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { BrandCard } from './brand_card';
import { Contacts } from './contacts';
import { CriticalDates } from './critical_dates';
import { LogDialog } from './deliveries/log_dialog';
import { Owed } from './owed';
import { PageLinkCard } from './page_link_card';
import { PlanCard } from './plan_card';
import { PreferencesDialog } from './preferences/preferences_dialog';
import { accountQuery } from './queries';
import { StandingCard } from './standing_card';
import { Tickets } from './tickets';
import { Uses } from './uses';
import { PostsDialog } from './webhooks/posts_dialog';
import { webhooksQuery } from './webhooks/queries';
import { WebhooksCard } from './webhooks/webhooks_card';

const route = getRouteApi('/inside/accounts/$id');

export function AccountScreen() {
  const { id } = route.useParams();
  const { webhook, contact, got } = route.useSearch();
  const navigate = route.useNavigate();
  const account = useQuery(accountQuery(id));
  const seesTickets = useMay('read_tickets');
  const seesPromises = useMay('read_promises');
  const seesPlans = useMay('read_plans');
  const mayWrite = useMay('write_accounts');
  const seesProof = useMay('read_proof');

  if (account.isPending) return <Skeleton lines={10} className="p-6" />;
  if (account.isLoadingError)
    return (
      <>
        <PageHead title="Account">
          <Link to="/accounts" className="underline decoration-edge">
            All accounts
          </Link>
        </PageHead>
        <Failure error={account.error} onRetry={() => void account.refetch()} />
      </>
    );

  const { name, plan, plan_name, created_at, contacts } = account.data;
  const told = contacts.find(({ id }) => id === contact);
  const logged = contacts.find(({ id }) => id === got);
  const close = () => void navigate({ search: {}, resetScroll: false });
  return (
    <>
      <PageHead title={name}>
        <Link to="/accounts" search={{ plan }} className="underline decoration-edge">
          {plan_name}
        </Link>
        , with us since <Day at={created_at} />
      </PageHead>
      <div className="grid items-start gap-4 px-4 pb-8 md:px-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="settles flex min-w-0 flex-col gap-4">
          <Contacts account={id} contacts={contacts} plan={plan} />
          <WebhooksCard account={id} />
          {seesTickets && <Tickets account={id} />}
          {seesPromises && <Owed account={id} />}
        </div>
        <div className="settles flex min-w-0 flex-col gap-4">
          {seesPlans && <PlanCard id={plan} isLink />}
          <StandingCard account={id} />
          <Uses account={account.data} />
          <BrandCard account={account.data} />
          <CriticalDates account={id} />
          <PageLinkCard of={{ kind: 'accounts', id }} who={name} />
        </div>
      </div>
      {webhook && <Posts account={id} webhook={webhook} />}
      {told && mayWrite && <PreferencesDialog contact={told.id} name={told.name} onClose={close} />}
      {logged && seesProof && <LogDialog contact={logged.id} name={logged.name} onClose={close} />}
    </>
  );
}

/** Over the account, as long as the address names a webhook of it. */
function Posts({ account, webhook }: { account: string; webhook: string }) {
  const navigate = route.useNavigate();
  const shown = useQuery(webhooksQuery(account)).data?.items.find(({ id }) => id === webhook);
  if (!shown) return null;
  return (
    <PostsDialog
      webhook={shown}
      onClose={() => void navigate({ search: {}, resetScroll: false })}
    />
  );
}
