import { useNavigate } from '@tanstack/react-router';
import { Archive, CircleCheck, EllipsisVertical, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/app/session';
import { IconButton } from '@/design/button';
import { Item, Menu } from '@/design/menu';
import { say } from '@/design/toast';
import { type Service, useConfirmWell } from './queries';
import { RetireService } from './retire_service';
import { useMayConfirm } from './use_may_confirm';

/** What can be done with a service; nothing where none of it is allowed. */
export function ServiceActions({ service }: { service: Service }) {
  const navigate = useNavigate();
  const mayWrite = useMay('write_services');
  const mayConfirm = useMayConfirm(service);
  const [isRetiring, setRetiring] = useState(false);
  const confirm = useConfirmWell();
  if (!mayWrite && !mayConfirm) return null;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Actions for ${service.name}`}>
            <EllipsisVertical aria-hidden className="size-4.5" />
          </IconButton>
        }
      >
        {mayConfirm && (
          <Item
            onAction={() =>
              confirm.mutate(service, {
                onSuccess: ({ name }) => void say(`You confirmed that ${name} is well.`),
                onError: (error) => void say(error.message, { tone: 'bad' }),
              })
            }
          >
            <CircleCheck aria-hidden className="size-4" /> Confirm that it is well
          </Item>
        )}
        {mayWrite && (
          <Item
            onAction={() =>
              void navigate({ to: '/services', search: { change: service.id }, resetScroll: false })
            }
          >
            <Pencil aria-hidden className="size-4" /> Change
          </Item>
        )}
        {mayWrite && (
          <Item danger onAction={() => setRetiring(true)}>
            <Archive aria-hidden className="size-4" /> Retire
          </Item>
        )}
      </Menu>
      {isRetiring && <RetireService service={service} onClose={() => setRetiring(false)} />}
    </>
  );
}
