import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';

type Look = 'main' | 'plain' | 'quiet' | 'danger';

const looks: Record<Look, string> = {
  main: 'filled bg-ink text-paper border-ink data-hovered:opacity-88 data-disabled:bg-unk-wash data-disabled:text-soft data-disabled:border-line',
  plain:
    'bg-card text-ink border-edge data-hovered:bg-hover data-disabled:text-soft data-disabled:border-line',
  quiet: 'border-transparent text-ink data-hovered:bg-hover data-disabled:text-soft',
  danger:
    'bg-card text-bad border-bad data-hovered:bg-bad-wash data-disabled:text-soft data-disabled:border-line',
};

/** The same look for a link that leads to where something is done. */
export function buttonLook(look: Look = 'plain'): string {
  return `inline-flex min-h-8 items-center justify-center gap-1.5 rounded-md border px-3 py-1 font-medium cursor-default select-none data-pressed:translate-y-px ${looks[look]}`;
}

type ButtonProps = Omit<AriaButtonProps, 'className' | 'children'> & {
  look?: Look;
  children: ReactNode;
  className?: string;
};

/**
 * While `isPending` it keeps its place, its width and the focus, and does nothing. What became of it
 * is said by a toast or beside the fields; react-aria's own announcement would refer to a button that
 * has gone by then.
 */
export function Button({
  look = 'plain',
  className = '',
  isPending = false,
  type = 'button',
  onPress,
  ...rest
}: ButtonProps) {
  const does = isPending
    ? { 'aria-disabled': true, 'data-pending': true }
    : { type, ...(onPress ? { onPress } : {}) };
  return (
    <AriaButton
      {...rest}
      {...does}
      className={`${buttonLook(look)} data-pending:opacity-70 ${className}`}
    />
  );
}

type IconButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> & {
  label: string;
  children: ReactNode;
};

/** A picture that can be pressed; its word is a tooltip, by focus too. */
export function IconButton({ label, children, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <AriaButton
        {...rest}
        aria-label={label}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-soft data-hovered:bg-hover data-hovered:text-ink data-disabled:opacity-50"
      >
        {children}
      </AriaButton>
      <Tooltip
        offset={6}
        className="rounded-md border border-line bg-raised px-2 py-1 text-sm text-ink shadow-raised"
      >
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
