// By what somebody hears of us, and in which shape a webhook does.
import type { Gives } from '@/api/client';

export type Channel = Gives<'/api/v1/audience'>['channels'][number]['channel'];

export const channelNames: Record<Channel, string> = {
  mail: 'Mail',
  sms: 'SMS',
  push: 'Browser',
  webhook: 'Webhook',
};

type Dialect = Gives<'/api/v1/accounts/{id}/webhooks'>['items'][number]['dialect'];

export const dialectNames: Record<Dialect, string> = {
  standard: 'Standard Webhooks',
  statuspage: 'Statuspage',
  slack: 'Slack',
  teams: 'Microsoft Teams',
  discord: 'Discord',
  mattermost: 'Mattermost',
  matrix: 'Matrix',
};
