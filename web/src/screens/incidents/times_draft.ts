// The corrected times of an incident while they are written. Fields hold minutes; a moment whose
// minute is untouched goes back as exactly as it came.
import type { Row, Takes } from '@/api/client';
import { fromLocal, toLocal } from '@/design/local_time';
import type { Incident } from './data';
import { type Hit, hitOf, percentGap, touchedBody } from './hits';

type Stretch = Row<'/api/v1/services/{id}/history'>;
export type TimesBody = Takes<'/api/v1/incidents/{id}/times', 'put'>;

type MomentWish = { text: string; exactly: string | null };
export type StretchWish = {
  key: string;
  service: string;
  hit: Hit;
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

type Said = Pick<Incident, 'id' | 'started_at' | 'resolved_at' | 'services'>;

/** How much of it failed is known of the state that was said last. */
function hitIn({ services }: Said, service: string, state: Stretch['state']): Hit | undefined {
  const last = services.find((each) => each.service === service && each.state === state);
  return hitOf(last ?? { state, failing_percent: null, symptom: '' });
}

/** What was said of its services, as it stands in their histories. */
export function timesWish(
  said: Said,
  histories: readonly { service: string; stretches: readonly Stretch[] }[],
): TimesWish {
  return {
    started: momentWish(said.started_at),
    ended: momentWish(said.resolved_at),
    stretches: histories.flatMap(({ service, stretches }) =>
      stretches.toReversed().flatMap(({ incident, state, from, to }) => {
        const hit = hitIn(said, service, state);
        if (incident !== said.id || !hit) return [];
        const key = `${service} ${from}`;
        return [{ key, service, hit, from: momentWish(from), to: momentWish(to) }];
      }),
    ),
    reason: '',
  };
}

/** A stretch as long as the incident, to be shortened by whoever adds it. */
export function addedStretch(wish: TimesWish, service: string): StretchWish {
  return {
    key: `${service} added ${wish.stretches.length}`,
    service,
    hit: { state: 'major', percent: '', symptom: '' },
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
  const isEmpty = wish.stretches.length === 0;
  return {
    ...(instantOf(wish.started) ? {} : { started_at: 'Say when it began.' }),
    ...(isOver && !instantOf(wish.ended) ? { ended_at: 'Say when it was over.' } : {}),
    ...(wish.stretches.some(isWrong)
      ? { services: 'Each stretch needs a beginning, and an end that comes later.' }
      : {}),
    ...(isEmpty ? { services: 'An incident without a stretch held nothing: add one.' } : {}),
    ...(wish.stretches.some(({ hit }) => percentGap(hit))
      ? { services: 'A percentage is more than 0 and less than 100.' }
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
          services: wish.stretches.map(({ service, hit, from, to }) => ({
            ...touchedBody(service, hit),
            from: instantOf(from) ?? '',
            to: instantOf(to) ?? null,
          })),
        }
      : {}),
  };
}
