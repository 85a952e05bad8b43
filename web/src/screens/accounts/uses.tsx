import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Gives } from '@/api/client';
import { ServiceState } from '@/app/service_state';
import { useMay } from '@/app/session';
import { servicesQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { Notice } from '@/design/tone';
import { ChangeUses } from './change_uses';

/** Which of our services it depends on: who is told when one of them breaks. */
export function Uses({ account }: { account: Gives<'/api/v1/accounts/{id}'> }) {
  const all = useQuery(servicesQuery);
  const mayChange = useMay('write_accounts');
  const [isChanging, setChanging] = useState(false);
  const { services, own_services } = account;
  const used = all.data?.items.filter(({ id }) => services?.includes(id)) ?? [];
  return (
    <Card title="What it uses">
      {services === null ? (
        <Notice tone="warn" icon="unk">
          Unknown, so it counts as all: this account is told about every service.
        </Notice>
      ) : all.isPending ? (
        <Skeleton lines={3} />
      ) : all.isLoadingError ? (
        <Failure error={all.error} onRetry={() => void all.refetch()} />
      ) : used.length === 0 ? (
        <p className="text-soft">Nothing: it is told about no service.</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {used.map((service) => (
            <li key={service.id} className="flex items-baseline justify-between gap-3">
              <span>
                <span dir="auto">{service.name}</span>
                {!own_services?.includes(service.id) && (
                  <span className="text-sm text-soft"> by its plan</span>
                )}
              </span>
              <ServiceState state={service.state} />
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <Button className="mt-3" onPress={() => setChanging(true)}>
          {own_services === null ? 'Say what it uses' : 'Change'}
        </Button>
      )}
      {isChanging && <ChangeUses account={account} onClose={() => setChanging(false)} />}
    </Card>
  );
}
