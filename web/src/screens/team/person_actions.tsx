import { EllipsisVertical, KeyRound, ShieldOff, UserCheck, UserCog, UserX } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/design/button';
import { Confirm } from '@/design/dialog';
import { Item, Menu } from '@/design/menu';
import { say } from '@/design/toast';
import { ChangeRole } from './change_role';
import { type Person, useChangePerson, usePasswordLink, useSecondFactorOff } from './queries';

const complain = (error: Error) => {
  say(error.message, { tone: 'bad' });
};

/** What an owner does with somebody; what ends sessions is asked first. */
export function PersonActions({
  person,
  onLink,
}: {
  person: Person;
  onLink: (url: string) => void;
}) {
  const [asking, setAsking] = useState<'role' | 'disable' | 'link' | 'factor'>();
  const change = useChangePerson(person);
  const link = usePasswordLink();
  const factorOff = useSecondFactorOff(person);
  const close = () => setAsking(undefined);
  const { name } = person;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Actions for ${name}`}>
            <EllipsisVertical aria-hidden className="size-4.5" />
          </IconButton>
        }
      >
        <Item onAction={() => setAsking('role')}>
          <UserCog aria-hidden className="size-4" /> Change the role
        </Item>
        {!person.disabled && (
          <Item onAction={() => setAsking('link')}>
            <KeyRound aria-hidden className="size-4" /> New password link
          </Item>
        )}
        {person.second_factor && (
          <Item onAction={() => setAsking('factor')}>
            <ShieldOff aria-hidden className="size-4" /> Second factor off
          </Item>
        )}
        {person.disabled ? (
          <Item
            onAction={() =>
              change.mutate(
                { disabled: false },
                { onSuccess: () => void say(`${name} may sign in again.`), onError: complain },
              )
            }
          >
            <UserCheck aria-hidden className="size-4" /> Enable
          </Item>
        ) : (
          <Item danger onAction={() => setAsking('disable')}>
            <UserX aria-hidden className="size-4" /> Disable
          </Item>
        )}
      </Menu>
      {asking === 'role' && <ChangeRole person={person} onClose={close} />}
      <Confirm
        title={`Disable ${name}?`}
        text={`${name} is signed out at once and cannot come in again; tokens made by ${name} are revoked. What ${name} wrote stays.`}
        verb="Disable"
        isOpen={asking === 'disable'}
        isPending={change.isPending}
        onConfirm={() =>
          change.mutate(
            { disabled: true },
            {
              onSuccess: () => void say(`${name} is disabled.`),
              onError: complain,
              onSettled: close,
            },
          )
        }
        onClose={close}
      />
      <Confirm
        title={`New password link for ${name}?`}
        text="An older link stops working. The present password holds until a new one is set with the link."
        verb="Make the link"
        isOpen={asking === 'link'}
        isPending={link.isPending}
        onConfirm={() =>
          link.mutate(person, {
            onSuccess: ({ url }) => onLink(url),
            onError: complain,
            onSettled: close,
          })
        }
        onClose={close}
      />
      <Confirm
        title={`Turn off the second factor of ${name}?`}
        text={`For somebody who lost the device and the recovery codes: from now on the password is enough, and ${name} is signed out. Be sure that it is ${name} who asks.`}
        verb="Turn it off"
        isOpen={asking === 'factor'}
        isPending={factorOff.isPending}
        onConfirm={() =>
          factorOff.mutate(undefined, {
            onSuccess: () => void say(`The second factor of ${name} is off.`),
            onError: complain,
            onSettled: close,
          })
        }
        onClose={close}
      />
    </>
  );
}
