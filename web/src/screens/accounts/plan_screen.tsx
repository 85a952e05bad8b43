// One plan: what was sold with it, what those on it use, where they see how it is.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '@/app/session';
import { Day } from '@/design/moment';
import { PageHead } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { InvitePlan } from './invite_plan';
import { PageLinkCard } from './page_link_card';
import { PlanCard } from './plan_card';
import { PlanUses } from './plan_uses';
import { PlanHears } from './preferences/plan_hears';
import { planQuery } from './queries';

const route = getRouteApi('/inside/plans/$id');

export function PlanScreen() {
  const { id } = route.useParams();
  const plan = useQuery(planQuery(id));
  const seesAccounts = useMay('read_accounts');
  if (plan.isPending) return <Skeleton lines={10} className="p-6" />;
  if (plan.isLoadingError)
    return (
      <>
        <PageHead title="Plan">
          <Link to="/accounts" className="underline decoration-edge">
            All accounts
          </Link>
        </PageHead>
        <Failure error={plan.error} onRetry={() => void plan.refetch()} />
      </>
    );
  return (
    <>
      <PageHead title={plan.data.name}>
        These terms hold since <Day at={plan.data.since} />
        {seesAccounts && (
          <>
            {'; '}
            <Link to="/accounts" search={{ plan: id }} className="underline decoration-edge">
              who is on this plan
            </Link>
          </>
        )}
      </PageHead>
      <div className="settles grid items-start gap-4 px-4 pb-8 md:px-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="settles flex min-w-0 flex-col gap-4">
          <PlanCard id={id} />
        </div>
        <div className="settles flex min-w-0 flex-col gap-4">
          <PlanHears plan={plan.data} />
          {seesAccounts && <InvitePlan plan={plan.data} />}
          <PlanUses plan={plan.data} />
          {seesAccounts && <PageLinkCard of={{ kind: 'plans', id }} who={plan.data.name} />}
        </div>
      </div>
    </>
  );
}
