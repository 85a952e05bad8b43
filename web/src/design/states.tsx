// What stands where there is nothing yet, nothing at all, or something went wrong.
import type { LucideIcon } from 'lucide-react';
import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Notice } from './tone';

/** Says the next step, not only that nothing is there. */
export function Empty({
  icon: Icon,
  title,
  children,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-14 text-center">
      <Icon aria-hidden className="mb-1 size-7 text-soft" strokeWidth={1.5} />
      <h2 className="font-semibold text-lg">{title}</h2>
      {children && <div className="text-soft">{children}</div>}
    </div>
  );
}

/** What went wrong in the server's own words, and a way on. */
export function Failure({ error, onRetry }: { error: Error; onRetry?: (() => void) | undefined }) {
  return (
    <div role="alert" className="mx-auto my-8 max-w-xl px-4">
      <Notice tone="bad">
        <p className="font-medium">{error.message}</p>
        {onRetry && (
          <Button className="mt-2" onPress={onRetry}>
            <RotateCcw aria-hidden className="size-4" /> Try again
          </Button>
        )}
      </Notice>
    </div>
  );
}

/** Why a form was not taken, above its verb; announced when it appears. */
export function Refusal({ error }: { error: Error | null }) {
  return (
    <div role="alert" className="empty:hidden">
      {error && <Notice tone="bad">{error.message}</Notice>}
    </div>
  );
}

/** Holds the place of `lines` lines, so that nothing jumps; not seen in the first 200 ms. */
export function Skeleton({ lines = 3, className = '' }: { lines?: number; className?: string }) {
  return (
    <div role="status" aria-label="Loading" className={`appears-late ${className}`}>
      {Array.from({ length: lines }, (_, line) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
          key={line}
          className="pulses my-2 h-4 rounded-sm bg-line"
          style={{ width: `${[92, 78, 86, 64][line % 4]}%` }}
        />
      ))}
    </div>
  );
}
