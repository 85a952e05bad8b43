// The corrected times of an incident while they are written. Fields hold minutes; a moment whose
// minute is untouched goes back as exactly as it came.
import type { Row, Takes } from '@/api/client';
import { fromLocal, toLocal } from '@/design/local_time';
import type { Incident, ServiceState } from './data';

type Stretch = Row<'/api/v1/services/{id}/history'>;
export type TimesBody = Takes<'/api/v1/incidents/{id}/times', 'put'>;

type MomentWish = { text: string; exactly: string | null };
export type StretchWish = {
  key: string;
  service: string;
  state: ServiceState;
  from: MomentWish;
  to: MomentWish;
};
export type TimesWish = {
  started: MomentWish;
  ended: MomentWish;
  stretches: readonly StretchWish[];
  reason: string;
};

export const momentWish = (at: string | null): MomentWish => ({
  text: at ? toLocal(Date.parse(at)) : '',
  exactly: at,
});

/** Nothing where the field is empty or no whole moment. */
function instantOf({ text, exactly }: MomentWish): string | undefined {
  return exactly && text === toLocal(Date.parse(exactly)) ? exactly : fromLocal(text);
}

/** What was said of its services, as it stands in their histories. */
export function timesWish(
  { id, started_at, resolved_at }: Pick<Incident, 'id' | 'started_at' | 'resolved_at'>,
  histories: readonly { service: string; stretches: readonly Stretch[] }[],
): TimesWish {
  return {
    started: momentWish(started_at),
    ended: momentWish(resolved_at),
    stretches: histories.flatMap(({ service, stretches }) =>
      stretches
        .filter(({ incident }) => incident === id)
        .toReversed()
        .map(({ state, from, to }) => ({
          key: `${service} ${from}`,
          service,
          state,
          from: momentWish(from),
          to: momentWish(to),
        })),
    ),
    reason: '',
  };
}

/** A stretch as long as the incident, to be shortened by whoever adds it. */
export function addedStretch(wish: TimesWish, service: string): StretchWish {
  return {
    key: `${service} added ${wish.stretches.length}`,
    service,
    state: 'major',
    from: wish.started,
    to: wish.ended,
  };
}

export type TimesGaps = Partial<Record<'started_at' | 'ended_at' | 'services' | 'reason', string>>;

export function timesGaps(wish: TimesWish, isOver: boolean): TimesGaps {
  const isWrong = ({ from, to }: StretchWish) => {
    const begins = instantOf(from);
    const ends = instantOf(to);
    if (!begins || (isOver && !ends)) return true;
    return ends !== undefined && Date.parse(ends) <= Date.parse(begins);
  };
  return {
    ...(instantOf(wish.started) ? {} : { started_at: 'Say when it began.' }),
    ...(isOver && !instantOf(wish.ended) ? { ended_at: 'Say when it was over.' } : {}),
    ...(wish.stretches.some(isWrong)
      ? { services: 'Each stretch needs a beginning, and an end that comes later.' }
      : {}),
    ...(wish.reason.trim() ? {} : { reason: 'Say why: the correction stays on record.' }),
  };
}

/** Only what differs from `before`. */
export function timesBody(wish: TimesWish, before: TimesWish): TimesBody {
  const started = instantOf(wish.started);
  const ended = instantOf(wish.ended);
  const isTouched = JSON.stringify(wish.stretches) !== JSON.stringify(before.stretches);
  return {
    reason: wish.reason.trim(),
    ...(started && started !== before.started.exactly ? { started_at: started } : {}),
    ...(ended && ended !== before.ended.exactly ? { ended_at: ended } : {}),
    ...(isTouched
      ? {
          services: wish.stretches.map(({ service, state, from, to }) => ({
            service,
            state,
            from: instantOf(from) ?? '',
            to: instantOf(to) ?? null,
          })),
        }
      : {}),
  };
}
