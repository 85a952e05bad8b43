// A window while it is being planned: what is missing, and what the server is asked for.
import { fromLocal } from '@/design/local_time';
import type { Checked, NewWindow } from './data';

export type PlanDraft = {
  title: string;
  services: string[];
  from: string;
  to: string;
  text: string;
  reason: string;
  /** It runs until somebody ends it. */
  isOpenEnded: boolean;
};

export const emptyPlan: PlanDraft = {
  title: '',
  services: [],
  from: '',
  to: '',
  text: '',
  reason: '',
  isOpenEnded: false,
};

export type PlanField = 'title' | 'services' | 'starts_at' | 'ends_at' | 'text' | 'short_reason';

export const isShort = (checked: Checked | undefined): boolean =>
  checked?.notice.some(({ is_short }) => is_short) ?? false;

export function gapsOf(
  draft: PlanDraft,
  checked: Checked | undefined,
): Partial<Record<PlanField, string>> {
  return {
    ...(draft.title.trim() ? {} : { title: 'Say in a line what is done.' }),
    ...(draft.services.length > 0 ? {} : { services: 'Choose what is touched.' }),
    ...(fromLocal(draft.from) ? {} : { starts_at: 'Choose when it starts.' }),
    ...(fromLocal(draft.to) ? {} : { ends_at: 'Choose when it ends.' }),
    ...(draft.text.trim() ? {} : { text: 'Say what customers will notice, and what to do.' }),
    ...(isShort(checked) && !draft.reason.trim()
      ? { short_reason: 'Say why it cannot wait: this notice is shorter than was sold.' }
      : {}),
  };
}

export const bodyOf = (draft: PlanDraft): NewWindow => ({
  title: draft.title.trim(),
  services: draft.services,
  starts_at: fromLocal(draft.from) ?? '',
  ends_at: fromLocal(draft.to) ?? '',
  text: draft.text.trim(),
  short_reason: draft.reason.trim(),
  finishes_by_itself: !draft.isOpenEnded,
});

/** "Pro was promised 72 h and gets 20 h, Business was promised 48 h." */
export function shortWords(checked: Checked): string {
  const words = checked.notice
    .filter(({ is_short }) => is_short)
    .toSorted((one, other) => other.needed_hours - one.needed_hours)
    .map(({ plan_name, needed_hours }, place) =>
      place === 0
        ? `${plan_name} was promised ${needed_hours} h of notice`
        : `${plan_name} ${needed_hours} h`,
    );
  return words.length === 0 ? '' : `${words.join(', ')}.`;
}
