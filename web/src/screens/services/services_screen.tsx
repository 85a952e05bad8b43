// Everything that can be up or down: how it is, and how we know.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowDownUp, Check, Layers, Plus, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/app/session';
import { servicesQuery } from '@/app/shared_queries';
import { useShortcuts } from '@/app/shortcuts';
import { useTyped } from '@/app/typed';
import { Button } from '@/design/button';
import { SearchField } from '@/design/field';
import { PageHead } from '@/design/page';
import { Empty, Failure, Skeleton } from '@/design/states';
import { AddService } from './add_service';
import { ChangeService } from './change_service';
import { ServiceTree } from './service_tree';
import { found } from './tree';

const route = getRouteApi('/inside/services');
/** From here on one types the name instead of reading all. */
const manyServices = 10;

export function ServicesScreen() {
  const { q = '', change } = route.useSearch();
  const navigate = route.useNavigate();
  const services = useQuery(servicesQuery);
  const mayWrite = useMay('write_services');
  const [isOrdering, setOrdering] = useState(false);
  const all = services.data?.items ?? [];
  const shown = found(all, q);
  const changed = all.find(({ id }) => id === change);

  const open = (next?: string) =>
    void navigate({
      search: ({ change: _, ...rest }) => (next ? { ...rest, change: next } : rest),
      resetScroll: false,
    });
  const [typed, type] = useTyped(
    q,
    (next) =>
      void navigate({
        search: ({ q: _, ...rest }) => (next ? { ...rest, q: next } : rest),
        replace: true,
      }),
  );
  useShortcuts(
    'Services',
    mayWrite ? [{ keys: 'a', label: 'Add a service', run: () => open('new') }] : [],
  );

  return (
    <>
      <PageHead
        title="Services"
        actions={
          mayWrite && (
            <>
              {(services.isPending || all.length > 1) && (
                <Button isDisabled={services.isPending} onPress={() => setOrdering(!isOrdering)}>
                  {isOrdering ? (
                    <>
                      <Check aria-hidden className="size-4" /> The order is right
                    </>
                  ) : (
                    <>
                      <ArrowDownUp aria-hidden className="size-4" /> Change the order
                    </>
                  )}
                </Button>
              )}
              <Button look="main" onPress={() => open('new')}>
                <Plus aria-hidden className="size-4" /> Add a service
              </Button>
            </>
          )
        }
      >
        Customers see them in this order on the status page.
      </PageHead>
      <div className="flex flex-col gap-3 px-4 pb-8 md:px-6">
        {all.length > manyServices && (
          <div className="max-w-80">
            <SearchField label="Find a service" value={typed} onChange={type} />
          </div>
        )}
        {services.isPending ? (
          <Skeleton lines={8} />
        ) : (
          <div className="rounded-lg border border-line bg-card">
            {services.isLoadingError ? (
              <Failure error={services.error} onRetry={() => void services.refetch()} />
            ) : all.length === 0 ? (
              <Empty icon={Layers} title="No services yet">
                Add what your customers use: “Uploads”, “Statistics”. Incidents and windows name
                them.
              </Empty>
            ) : shown.length === 0 ? (
              <Empty icon={SearchX} title={`Nothing found for “${q}”`}>
                Try a part of its name.
              </Empty>
            ) : (
              <ServiceTree
                services={shown}
                isOrdering={isOrdering && shown.length === all.length}
              />
            )}
          </div>
        )}
      </div>
      {change === 'new' && mayWrite && services.data && (
        <AddService services={all} onClose={() => open()} />
      )}
      {changed && mayWrite && (
        <ChangeService key={changed.id} service={changed} services={all} onClose={() => open()} />
      )}
    </>
  );
}
