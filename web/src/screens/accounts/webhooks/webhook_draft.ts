// A webhook while it is being written, and what the server is asked for.
import type { NewWebhook, Webhook } from './queries';

export const webhookTopics = ['planned', 'unplanned', 'recovery'] as const;
type Topic = (typeof webhookTopics)[number];

export type WebhookDraft = {
  url: string;
  dialect: Webhook['dialect'];
  topics: readonly Topic[];
  /** Which of the services that the account uses it hears of. */
  reach: 'all' | 'these';
  services: readonly string[];
  isActive: boolean;
};

export const emptyWebhook: WebhookDraft = {
  url: '',
  dialect: 'standard',
  topics: webhookTopics,
  reach: 'all',
  services: [],
  isActive: true,
};

export const draftOf = ({ url, dialect, topics, services, state }: Webhook): WebhookDraft => ({
  url,
  dialect,
  topics: webhookTopics.filter((topic) => topics.includes(topic)),
  reach: services ? 'these' : 'all',
  services: services ?? [],
  isActive: state === 'active',
});

export const bodyOf = (draft: WebhookDraft): NewWebhook => ({
  url: draft.url.trim(),
  dialect: draft.dialect,
  topics: [...draft.topics],
  services: draft.reach === 'these' ? [...draft.services] : null,
  state: draft.isActive ? 'active' : 'disabled',
});
