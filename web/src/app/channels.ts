// By what somebody hears of us.
import type { Gives } from '@/api/client';

export type Channel = Gives<'/api/v1/audience'>['channels'][number]['channel'];

export const channelNames: Record<Channel, string> = {
  mail: 'Mail',
  sms: 'SMS',
  push: 'Browser',
  webhook: 'Webhook',
};
