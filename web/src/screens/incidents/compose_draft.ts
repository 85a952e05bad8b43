// An incident while it is being written.
import { fromLocal } from '@/design/local_time';
import type { NewIncident, ServiceState } from './data';
import { noWish, type WhenWish, whenBody, whenGaps } from './when_wish';

export type Hit = Extract<ServiceState, 'degraded' | 'partial' | 'major'>;

export type Draft = {
  title: string;
  services: Record<string, Hit>;
  /** As a datetime-local field has it; empty: now. */
  started: string;
  when: WhenWish;
  text: string;
};

export const emptyDraft: Draft = { title: '', services: {}, started: '', when: noWish, text: '' };

export type DraftField = 'title' | 'services' | 'started_at' | 'eta' | 'next_word_at' | 'text';

/** What cannot be published yet, by field and in the order of the page. */
export function draftGaps(draft: Draft): Partial<Record<DraftField, string>> {
  return {
    ...(draft.title.trim() ? {} : { title: 'Without a title nobody sees what it is about.' }),
    ...(Object.keys(draft.services).length > 0
      ? {}
      : { services: 'Name at least one service that does not work as it should.' }),
    ...whenGaps(draft.when),
    ...(draft.text.trim() ? {} : { text: 'Say what is known, in a sentence or two.' }),
  };
}

export function draftBody(draft: Draft, now: number): NewIncident {
  const started = fromLocal(draft.started);
  return {
    title: draft.title.trim(),
    services: Object.entries(draft.services).map(([service, state]) => ({ service, state })),
    text: draft.text.trim(),
    ...whenBody(draft.when, now),
    ...(started ? { started_at: started } : {}),
  };
}
