import type { ReactNode } from 'react';

/** One heading of the panel. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-line border-t px-4 py-2.5 first:border-t-0">
      <h2 className="mb-0.5 text-sm text-soft">{title}</h2>
      {children}
    </section>
  );
}
