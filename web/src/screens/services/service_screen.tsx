// One service: how it is, how we know, what it was when.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { ServiceState } from '@/app/service_state';
import { Button } from '@/design/button';
import { Day } from '@/design/moment';
import { PageHead } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { Chip } from '@/design/tone';
import { DaysCard } from './days_card';
import { Freshness } from './freshness_mark';
import { HistoryCard } from './history_card';
import { type Service, serviceQuery, useConfirmWell } from './queries';
import { ServiceActions } from './service_actions';
import { UptimeCard } from './uptime_card';
import { useMayConfirm } from './use_may_confirm';

const route = getRouteApi('/inside/services/$id');

export function ServiceScreen() {
  const { id } = route.useParams();
  const { period = '30d' } = route.useSearch();
  const navigate = route.useNavigate();
  const service = useQuery(serviceQuery(id));
  if (service.isPending) return <Skeleton lines={10} className="p-6" />;
  if (service.isLoadingError)
    return (
      <>
        <PageHead title="Service">
          <Link to="/services" className="underline decoration-edge">
            All services
          </Link>
        </PageHead>
        <Failure error={service.error} onRetry={() => void service.refetch()} />
      </>
    );
  const found = service.data;
  return (
    <>
      <PageHead
        title={found.name}
        actions={
          !found.retired_at && (
            <>
              <ConfirmWell service={found} />
              <ServiceActions service={found} />
            </>
          )
        }
      >
        <Standing service={found} />
        {found.description && !found.is_group && <p dir="auto">{found.description}</p>}
      </PageHead>
      <div className="settles flex flex-col gap-4 px-4 pb-8 md:px-6">
        <UptimeCard
          service={id}
          period={period}
          onChange={(next) =>
            void navigate({ search: { period: next }, replace: true, resetScroll: false })
          }
        />
        {!found.retired_at && <DaysCard service={found} />}
        {/* A group has no state of its own. */}
        {!found.is_group && <HistoryCard service={id} />}
      </div>
    </>
  );
}

function Standing({ service }: { service: Service }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      {service.retired_at ? (
        <Chip tone="unk" icon="off">
          Retired on <Day at={service.retired_at} />
        </Chip>
      ) : (
        <>
          <ServiceState state={service.state} />
          <span>
            <Freshness service={service} />
          </span>
        </>
      )}
      {!service.is_public && <span>Not on the public page</span>}
      <span>
        there since <Day at={service.created_at} />
      </span>
    </p>
  );
}

function ConfirmWell({ service }: { service: Service }) {
  const mayConfirm = useMayConfirm(service);
  const confirm = useConfirmWell();
  if (!mayConfirm) return null;
  return (
    <Button
      isPending={confirm.isPending}
      onPress={() =>
        confirm.mutate(service, {
          onSuccess: () => void say('Thank you. The page says who confirmed it, and when.'),
          onError: (error) => void say(error.message, { tone: 'bad' }),
        })
      }
    >
      <CircleCheck aria-hidden className="size-4" /> Confirm that it is well
    </Button>
  );
}
