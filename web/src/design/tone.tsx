// How something stands: always an icon and a word, the colour only helps.
import {
  AlarmClock,
  Ban,
  Check,
  CircleAlert,
  CircleHelp,
  Clock,
  Info,
  type LucideIcon,
  TriangleAlert,
  Wrench,
} from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'ok' | 'warn' | 'bad' | 'plan' | 'unk';

const washes: Record<Tone, string> = {
  ok: 'bg-ok-wash text-ok',
  warn: 'bg-warn-wash text-warn',
  bad: 'bg-bad-wash text-bad',
  plan: 'bg-plan-wash text-plan',
  unk: 'bg-unk-wash text-unk',
};

const inks: Record<Tone, string> = {
  ok: 'text-ok',
  warn: 'text-warn',
  bad: 'text-bad',
  plan: 'text-plan',
  unk: 'text-unk',
};

export const toneIcons = {
  ok: Check,
  warn: TriangleAlert,
  bad: CircleAlert,
  plan: Wrench,
  unk: CircleHelp,
  late: AlarmClock,
  due: Clock,
  off: Ban,
  info: Info,
} satisfies Record<string, LucideIcon>;

type Props = { tone: Tone; icon?: keyof typeof toneIcons | undefined; children: ReactNode };

/** A word on a wash: a state in a list or a head. */
export function Chip({ tone, icon, children }: Props) {
  const Icon = toneIcons[icon ?? tone];
  return (
    <span
      className={`toned inline-flex max-w-full items-baseline gap-1 rounded-sm px-1.5 py-px text-sm font-medium ${washes[tone]}`}
    >
      <Icon aria-hidden className="h-lh w-3.5 shrink-0 self-start" />
      <span className="min-w-0">{children}</span>
    </span>
  );
}

/** The same without its wash: inside running text and dense rows. */
export function Mark({ tone, icon, children }: Props) {
  const Icon = toneIcons[icon ?? tone];
  return (
    <span className={`inline-flex max-w-full items-baseline gap-1 ${inks[tone]}`}>
      <Icon aria-hidden className="h-lh w-3.5 shrink-0 self-start" />
      <span className="min-w-0">{children}</span>
    </span>
  );
}

/** A sentence that must be seen, with what to do about it. */
export function Notice({ tone, icon, children }: Props) {
  const Icon = toneIcons[icon ?? tone];
  return (
    <div className={`toned flex gap-2.5 rounded-lg px-3.5 py-2.5 ${washes[tone]}`}>
      <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      <div className="min-w-0 grow">{children}</div>
    </div>
  );
}
