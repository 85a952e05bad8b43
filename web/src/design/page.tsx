import type { ReactNode } from 'react';
import { useNamesWindow } from './names_window';

/** The head of a screen: its name is the only h1; what can be done stands at its end. */
export function PageHead({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const heading = useNamesWindow();
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 pt-4 pb-3 md:px-6">
      <div className="min-w-[min(100%,14rem)] grow basis-0">
        <h1 ref={heading} className="font-semibold text-xl tracking-tight" dir="auto">
          {title}
        </h1>
        {children && <div className="mt-1 text-soft">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/** A part of a screen on its own card. */
export function Card({
  title,
  aside,
  children,
  flush = false,
}: {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
  /** Without padding: tables and lists reach its edges. */
  flush?: boolean;
}) {
  return (
    <section
      {...(title ? { 'aria-label': title } : {})}
      className="overflow-hidden rounded-lg border border-line bg-card"
    >
      {title && (
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-3 px-4 pt-3 pb-1">
          <h2 className="grow font-semibold">{title}</h2>
          {/* A button makes the head no higher, so that cards beside each other begin alike. */}
          {aside && <div className="-my-1.5 text-sm text-soft">{aside}</div>}
        </div>
      )}
      <div className={flush ? '' : `px-4 pb-4 ${title ? 'pt-1' : 'pt-4'}`}>{children}</div>
    </section>
  );
}

/** Names and their values. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[minmax(5.5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1">
      {children}
    </dl>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
