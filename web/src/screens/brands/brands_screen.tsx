// In whose name pages and mails speak: ours, and our partners'.

import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/app/session';
import { brandsQuery } from '@/app/shared_queries';
import { Button, buttonLook, IconButton } from '@/design/button';
import { Card, PageHead } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { type Column, Table } from '@/design/table';
import { BrandDialog } from './brand_dialog';
import type { Brand } from './data';
import { ForwardsDialog } from './forwards_dialog';
import { HeldDialog } from './held_dialog';
import { Logo } from './logo';
import { RemoveBrand } from './remove_brand';

const route = getRouteApi('/inside/brands');

export function BrandsScreen() {
  const brands = useQuery(brandsQuery);
  const mayWrite = useMay('write_accounts');
  const [changed, setChanged] = useState<Brand | 'new'>();
  const [removed, setRemoved] = useState<Brand>();
  const [forwarding, setForwarding] = useState<Brand>();
  const { held } = route.useSearch();
  const navigate = route.useNavigate();
  const mayPublish = useMay('publish_status');
  const rows = brands.data?.items ?? [];
  const heldFor = rows.find(({ id }) => id === held);
  return (
    <>
      <PageHead
        title="Brands"
        actions={
          mayWrite && (
            <Button look="main" onPress={() => setChanged('new')}>
              <Plus aria-hidden className="size-4" /> Add a brand
            </Button>
          )
        }
      >
        A partner’s customers read his name and no other: on pages, in feeds and in mails.
      </PageHead>
      <div className="px-4 pb-8 md:px-6">
        <Card flush>
          {brands.isPending ? (
            <Skeleton lines={4} className="px-4 py-2" />
          ) : brands.isLoadingError ? (
            <Failure error={brands.error} onRetry={() => void brands.refetch()} />
          ) : (
            <Table
              caption="Brands"
              columns={columnsFor({
                mayWrite,
                mayPublish,
                onChange: setChanged,
                onRemove: setRemoved,
                onForwards: setForwarding,
              })}
              rows={rows}
              rowKey={({ id }) => id}
            />
          )}
        </Card>
      </div>
      {changed && (
        <BrandDialog
          brand={changed === 'new' ? undefined : changed}
          brands={rows}
          onClose={() => setChanged(undefined)}
        />
      )}
      {removed && <RemoveBrand brand={removed} onClose={() => setRemoved(undefined)} />}
      {forwarding && <ForwardsDialog brand={forwarding} onClose={() => setForwarding(undefined)} />}
      {heldFor && mayPublish && (
        <HeldDialog
          brand={heldFor}
          onClose={() => void navigate({ search: {}, resetScroll: false })}
        />
      )}
    </>
  );
}

function columnsFor({
  mayWrite,
  mayPublish,
  onChange,
  onRemove,
  onForwards,
}: {
  mayWrite: boolean;
  mayPublish: boolean;
  onChange: (brand: Brand) => void;
  onRemove: (brand: Brand) => void;
  onForwards: (brand: Brand) => void;
}): Column<Brand>[] {
  const columns: Column<Brand>[] = [
    {
      name: 'Name',
      cell: ({ name, is_default, accent }) => (
        <>
          <span className="flex items-center gap-2 font-medium" dir="auto">
            {accent && (
              <span
                aria-hidden
                className="size-3 shrink-0 rounded-full border border-edge"
                style={{ backgroundColor: accent }}
              />
            )}
            {name}
          </span>
          {is_default && <span className="block text-sm text-soft">Ours: the default</span>}
        </>
      ),
    },
    { name: 'Pages at', cell: ({ host }) => host ?? 'any other host name' },
    { name: 'Mails from', cell: ({ mail_from }) => mail_from ?? 'this house’s address' },
    { name: 'Logo', cell: (brand) => <Logo brand={brand} mayWrite={mayWrite} /> },
  ];
  if (!mayWrite && !mayPublish) return columns;
  return [
    ...columns,
    {
      name: 'Actions',
      actions: true,
      end: true,
      cell: (brand) => (
        <span className="inline-flex flex-wrap items-center gap-1.5 sm:justify-end">
          {mayPublish && !brand.is_default && (
            <Link
              to="/brands"
              search={{ held: brand.id }}
              resetScroll={false}
              className={buttonLook()}
            >
              Held<span className="sr-only"> for {brand.name}</span>
            </Link>
          )}
          {mayWrite && (
            <>
              {!brand.is_default && (
                <Button onPress={() => onForwards(brand)}>
                  Forwarding …<span className="sr-only"> of {brand.name}</span>
                </Button>
              )}
              <Button onPress={() => onChange(brand)}>Change …</Button>
              {!brand.is_default && (
                <IconButton label={`Remove ${brand.name}`} onPress={() => onRemove(brand)}>
                  <Trash2 aria-hidden className="size-4" />
                </IconButton>
              )}
            </>
          )}
        </span>
      ),
    },
  ];
}
