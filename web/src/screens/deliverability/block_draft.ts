// A block as it is typed, and as it is sent.
import type { Suppression } from './queries';
import type { blockedTopics } from './words';

export type BlockDraft = {
  address: string;
  /** '' is all of them. */
  topic: (typeof blockedTopics)[number] | '';
  brand: string;
  cause: Exclude<Suppression['cause'], 'keeps_bouncing'>;
  reason: string;
};

export const emptyBlock: BlockDraft = {
  address: '',
  topic: '',
  brand: '',
  cause: 'complained',
  reason: '',
};

export const bodyOf = ({ address, topic, brand, cause, reason }: BlockDraft) => ({
  address: address.trim(),
  ...(topic ? { topic } : {}),
  ...(brand ? { brand } : {}),
  cause,
  reason: reason.trim(),
});
