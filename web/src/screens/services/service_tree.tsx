import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { ServiceState } from '@/app/service_state';
import { IconButton } from '@/design/button';
import { say } from '@/design/toast';
import { Freshness } from './freshness_mark';
import { type Service, useReorder } from './queries';
import { ServiceActions } from './service_actions';
import { membersOf, moved } from './tree';
import { useKeptFocus, type Way } from './use_kept_focus';

/** Groups with what stands in them; while the order is changed each can go a place up or down. */
export function ServiceTree({
  services,
  isOrdering,
}: {
  services: readonly Service[];
  isOrdering: boolean;
}) {
  const reorder = useReorder();
  const [told, setTold] = useState('');
  const { tree, keep, release } = useKeptFocus();
  const move = (service: Service, way: Way) => {
    if (reorder.isPending) return;
    keep(service.id, way);
    reorder.mutate(moved(services, service, way === 'up' ? -1 : 1), {
      onSuccess: () => setTold(`${service.name} moved ${way}`),
      onError: (error) => void say(error.message, { tone: 'bad' }),
      onSettled: release,
    });
  };
  return (
    <div ref={tree}>
      <Branch services={services} parent={null} {...(isOrdering ? { onMove: move } : {})} />
      <div role="status" className="sr-only">
        {told}
      </div>
    </div>
  );
}

type BranchProps = {
  services: readonly Service[];
  parent: Service | null;
  onMove?: (service: Service, way: Way) => void;
};

function Branch({ services, parent, onMove }: BranchProps) {
  const members = membersOf(services, parent?.id ?? null);
  if (members.length === 0)
    return <p className="-mt-2 px-4 pb-3 text-sm text-soft">Nothing stands in this group yet.</p>;
  return (
    <ul
      {...(parent ? { 'aria-label': parent.name } : {})}
      className={parent ? 'ms-4 border-line border-s' : ''}
    >
      {members.map((service, at) => (
        <li
          key={service.id}
          data-service={service.id}
          className="border-line border-t first:border-t-0"
        >
          <div className="flex items-start gap-x-2 py-2 ps-4 pe-2">
            <Line service={service} />
            {onMove ? (
              <>
                <MoveButton
                  way="up"
                  name={service.name}
                  isDisabled={at === 0}
                  onPress={() => onMove(service, 'up')}
                />
                <MoveButton
                  way="down"
                  name={service.name}
                  isDisabled={at === members.length - 1}
                  onPress={() => onMove(service, 'down')}
                />
              </>
            ) : (
              <ServiceActions service={service} />
            )}
          </div>
          {service.is_group && (
            <Branch services={services} parent={service} {...(onMove ? { onMove } : {})} />
          )}
        </li>
      ))}
    </ul>
  );
}

function MoveButton({
  way,
  name,
  isDisabled,
  onPress,
}: {
  way: Way;
  name: string;
  isDisabled: boolean;
  onPress: () => void;
}) {
  const Icon = way === 'up' ? ArrowUp : ArrowDown;
  return (
    <IconButton label={`Move ${name} ${way}`} isDisabled={isDisabled} onPress={onPress}>
      <Icon aria-hidden className="size-4" data-way={way} />
    </IconButton>
  );
}

function Line({ service }: { service: Service }) {
  return (
    <div className="grid min-w-0 grow gap-x-4 gap-y-0.5 pt-1 sm:grid-cols-[minmax(0,1fr)_12rem]">
      <div className="min-w-0">
        <Link
          to="/services/$id"
          params={{ id: service.id }}
          className={`hover:underline ${service.is_group ? 'font-semibold' : 'font-medium'}`}
          dir="auto"
        >
          {service.name}
        </Link>
        {!service.is_public && (
          <span className="ms-2 text-sm text-soft">Not on the public page</span>
        )}
        <p className="text-sm text-soft">
          <Freshness service={service} />
        </p>
      </div>
      <p>
        <ServiceState state={service.state} />
      </p>
    </div>
  );
}
