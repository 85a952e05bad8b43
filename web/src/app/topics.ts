// What a contact or a webhook can hear of, as it is said in the middle of a sentence.
import type { Gives } from '@/api/client';

export type Topic = Gives<'/api/v1/plans/{id}'>['topics'][number];

/** In the order in which they are shown. */
export const topics = ['planned', 'unplanned', 'recovery', 'news', 'tickets'] as const;

export const topicNames: Record<Topic, string> = {
  planned: 'maintenance',
  unplanned: 'trouble',
  recovery: 'recovery',
  news: 'news',
  tickets: 'tickets',
};
