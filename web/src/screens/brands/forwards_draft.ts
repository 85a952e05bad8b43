// How announcements reach a partner's customers, while it is being changed.
import type { Forwards, NewForwards } from './data';

export type ForwardsDraft = {
  mode: Forwards['mode'];
  /** As it is typed; empty: only a person releases. */
  minutes: string;
  tell: string;
};

export const forwardsDraft = ({ mode, release_after_minutes, tell }: Forwards): ForwardsDraft => ({
  mode,
  minutes: release_after_minutes === null ? '' : String(release_after_minutes),
  tell: tell ?? '',
});

/** What is no number is sent as none that the server takes, so that it says so beside the field. */
const minutesOf = (typed: string) => (/^\d+$/.test(typed) ? Number(typed) : -1);

export const forwardsBody = ({ mode, minutes, tell }: ForwardsDraft): NewForwards => {
  if (mode === 'at_once') return { mode, release_after_minutes: null, tell: null };
  return {
    mode,
    release_after_minutes: minutes.trim() ? minutesOf(minutes.trim()) : null,
    tell: tell.trim() || null,
  };
};
