import type { ReactNode } from 'react';

/** One heading of the panel; `aside` stands at its end. */
export function Part({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="border-line border-t px-4 py-2.5 first:border-t-0">
      <div className="mb-0.5 flex items-baseline gap-2 text-sm">
        <h2 className="grow text-soft">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
