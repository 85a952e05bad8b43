import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Gives } from '@/api/client';
import { ServiceState } from '@/app/service_state';
import { useMay } from '@/app/session';
import { servicesQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { ChangePlanUses } from './change_plan_uses';
import { planServicesQuery } from './queries';

/** The rule "whoever is on this plan uses these services", besides what each account names itself. */
export function PlanUses({ plan }: { plan: Gives<'/api/v1/plans/{id}'> }) {
  const rule = useQuery(planServicesQuery(plan.id));
  const all = useQuery(servicesQuery);
  const mayChange = useMay('write_plans');
  const [isChanging, setChanging] = useState(false);
  const failed = rule.isLoadingError ? rule : all.isLoadingError ? all : undefined;
  const used = all.data?.items.filter(({ id }) => rule.data?.services.includes(id)) ?? [];
  return (
    <Card title="What they all use">
      {failed ? (
        <Failure error={failed.error} onRetry={() => void failed.refetch()} />
      ) : !rule.data || !all.data ? (
        <Skeleton lines={3} />
      ) : (
        <>
          {used.length === 0 ? (
            <p className="text-soft">
              No rule: each account names what it uses, and what is not known counts as all.
            </p>
          ) : (
            <ul className="flex flex-col gap-1">
              {used.map((service) => (
                <li key={service.id} className="flex items-baseline justify-between gap-3">
                  <span dir="auto">{service.name}</span>
                  <ServiceState state={service.state} />
                </li>
              ))}
            </ul>
          )}
          {mayChange && (
            <Button className="mt-3" onPress={() => setChanging(true)}>
              {used.length === 0 ? 'Say what they use' : 'Change'}
            </Button>
          )}
          {isChanging && (
            <ChangePlanUses plan={plan} rule={rule.data} onClose={() => setChanging(false)} />
          )}
        </>
      )}
    </Card>
  );
}
