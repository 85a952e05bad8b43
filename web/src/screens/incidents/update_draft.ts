// The next word while it is being written. What it is silent about stays as it was said.
import type { Takes } from '@/api/client';
import type { DataSafety, Incident, IncidentState } from './data';
import { type Hits, hitsBody, hitsGap, hitsOf } from './hits';
import { noWish, type WhenWish, whenBody, whenGaps } from './when_wish';
import { type WorkaroundWish, workaroundBody } from './workaround_field';

export type OpenState = Extract<IncidentState, 'investigating' | 'identified' | 'monitoring'>;

export type UpdateDraft = {
  /** Empty: as it is. */
  state: OpenState | '';
  when: WhenWish;
  text: string;
  services: Hits | null;
  safety: DataSafety | '';
  workaround: WorkaroundWish | null;
};

export type UpdateBody = Takes<'/api/v1/incidents/{id}/updates'>;

export const emptyUpdate: UpdateDraft = {
  state: '',
  when: noWish,
  text: '',
  services: null,
  safety: '',
  workaround: null,
};

export type UpdateField = 'services' | 'eta' | 'next_word_at' | 'text';

export function updateGaps(draft: UpdateDraft): Partial<Record<UpdateField, string>> {
  const wrong = draft.services ? hitsGap(draft.services) : undefined;
  return {
    ...(wrong ? { services: wrong } : {}),
    ...whenGaps(draft.when),
    ...(draft.text.trim() ? {} : { text: 'Say what is new, in a sentence or two.' }),
  };
}

type Said = Pick<Incident, 'services'>;

/** The services whose hit differs from what was said last. */
function changedHits(now: Hits, { services }: Said): Hits {
  const before = hitsOf(services);
  return Object.fromEntries(
    Object.entries(now).filter(([id, hit]) => JSON.stringify(hit) !== JSON.stringify(before[id])),
  );
}

export function updateBody(
  draft: UpdateDraft,
  state: OpenState,
  said: Said,
  now: number,
): UpdateBody {
  const services = hitsBody(changedHits(draft.services ?? {}, said));
  return {
    state,
    text: draft.text.trim(),
    ...whenBody(draft.when, now),
    ...(services.length > 0 ? { services } : {}),
    ...(draft.safety ? { data_safety: draft.safety } : {}),
    ...(draft.workaround ? { workaround: workaroundBody(draft.workaround) } : {}),
  };
}
