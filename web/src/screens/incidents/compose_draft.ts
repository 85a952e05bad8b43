// An incident while it is being written.
import type { Option } from '@/design/field';
import { fromLocal } from '@/design/local_time';
import type { DataSafety, Incident, NewIncident } from './data';
import { type Hits, hitsBody, hitsGap, hitsOf } from './hits';
import { noWish, type WhenWish, whenBody, whenGaps } from './when_wish';
import { noWorkaround, type WorkaroundWish, workaroundBody } from './workaround_field';

export type Draft = {
  title: string;
  services: Hits;
  safety: DataSafety;
  /** As a datetime-local field has it; empty: now, or when it was first seen. */
  started: string;
  /** Nobody else is hit, and nobody else sees it. */
  account: Option<string> | null;
  owner: string;
  when: WhenWish;
  text: string;
  workaround: WorkaroundWish;
};

export const emptyDraft: Draft = {
  title: '',
  services: {},
  safety: 'not_yet_known',
  started: '',
  account: null,
  owner: '',
  when: noWish,
  text: '',
  workaround: noWorkaround,
};

/** What a suspicion knows already; the server knows when it began. */
export function draftOf({ title, services }: Incident): Draft {
  return { ...emptyDraft, title, services: hitsOf(services) };
}

export type DraftField =
  | 'title'
  | 'services'
  | 'started_at'
  | 'account'
  | 'owner'
  | 'eta'
  | 'next_word_at'
  | 'text';

/** What cannot be published yet, by field and in the order of the page. */
export function draftGaps(draft: Draft): Partial<Record<DraftField, string>> {
  const wrong = hitsGap(draft.services);
  return {
    ...(draft.title.trim() ? {} : { title: 'Without a title nobody sees what it is about.' }),
    ...(Object.keys(draft.services).length > 0
      ? {}
      : { services: 'Name at least one service that does not work as it should.' }),
    ...(wrong ? { services: wrong } : {}),
    ...whenGaps(draft.when),
    ...(draft.text.trim() ? {} : { text: 'Say what is known, in a sentence or two.' }),
  };
}

export function draftBody(draft: Draft, now: number): NewIncident {
  const started = fromLocal(draft.started);
  const workaround = workaroundBody(draft.workaround);
  return {
    title: draft.title.trim(),
    services: hitsBody(draft.services),
    text: draft.text.trim(),
    ...whenBody(draft.when, now),
    data_safety: draft.safety,
    ...(workaround.text || workaround.url ? { workaround } : {}),
    ...(started ? { started_at: started } : {}),
    ...(draft.account ? { account: draft.account.id } : {}),
    ...(draft.owner ? { owner: draft.owner } : {}),
  };
}
