import { type ReactNode, useState } from 'react';

/** What is seldom needed, folded away; open wherever something in it is set or wrong. */
export function More({
  title,
  needsEye = false,
  children,
}: {
  title: string;
  needsEye?: boolean;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(needsEye);
  return (
    <details
      open={isOpen || needsEye}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="w-fit rounded-sm text-soft hover:text-ink">{title}</summary>
      <div className="flex flex-col gap-3 pt-3">{children}</div>
    </details>
  );
}
