import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';

/** A link among other things that can be pressed (rows of a Grid), or out of a text. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="rounded-sm text-link underline underline-offset-2">
      {children}
    </Link>
  );
}
