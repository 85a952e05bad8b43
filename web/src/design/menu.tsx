import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem,
  type MenuItemProps,
  MenuTrigger,
  Popover,
} from 'react-aria-components';

/** `trigger` is a Button or IconButton; the children are Items. */
export function Menu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="min-w-48 overflow-auto rounded-lg border border-line bg-raised p-1 shadow-raised">
        <AriaMenu className="outline-none">{children}</AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export function Item({
  danger = false,
  ...rest
}: Omit<MenuItemProps, 'className'> & { danger?: boolean }) {
  return (
    <MenuItem
      {...rest}
      className={`lit flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 outline-none data-focused:bg-hover data-disabled:text-soft ${danger ? 'text-bad' : ''}`}
    />
  );
}
