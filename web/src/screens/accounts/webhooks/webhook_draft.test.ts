import { describe, expect, it } from 'vitest';
import type { Webhook } from './queries';
import { bodyOf, draftOf, emptyWebhook } from './webhook_draft';

const webhook: Webhook = {
  id: 'whk_1',
  account: 'acc_1',
  url: 'https://hooks.customer.example/status',
  dialect: 'statuspage',
  topics: ['unplanned'],
  services: ['svc_1'],
  state: 'disabled',
  disabled_because: 'silent',
  failing_since: null,
  created_at: '2026-11-01T10:00:00Z',
  version: 3,
};

describe('a webhook that is being written', () => {
  it('hears of everything that is announced at first', () => {
    expect(bodyOf({ ...emptyWebhook, url: ' https://a.example ' })).toEqual({
      url: 'https://a.example',
      dialect: 'standard',
      topics: ['planned', 'unplanned', 'recovery'],
      services: null,
      state: 'active',
    });
  });

  it('goes back as it came where nothing was changed', () => {
    const { url, dialect, topics, services, state } = webhook;
    expect(bodyOf(draftOf(webhook))).toEqual({ url, dialect, topics, services, state });
  });

  it('forgets the services when it is to hear of all again', () => {
    expect(bodyOf({ ...draftOf(webhook), reach: 'all' }).services).toBeNull();
  });
});
