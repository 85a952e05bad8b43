import { useQuery } from '@tanstack/react-query';
import { ServiceState } from '@/app/service_state';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { Notice } from '@/design/tone';
import { servicesQuery } from './queries';

/** Which of our services it depends on: who is told when one of them breaks. */
export function Uses({ services }: { services: readonly string[] | null }) {
  const all = useQuery(servicesQuery);
  const used = all.data?.items.filter(({ id }) => services?.includes(id)) ?? [];
  return (
    <Card title="What it uses">
      {services === null ? (
        <Notice tone="warn" icon="unk">
          Unknown, so it counts as all: this account is told about every service. Say what it uses
          by import or by the API.
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
              <span dir="auto">{service.name}</span>
              <ServiceState state={service.state} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
