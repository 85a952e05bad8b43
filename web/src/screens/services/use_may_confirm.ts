import { useMay, useMe } from '@/app/session';
import type { Service } from './queries';

/** A person may say that a service is well, unless an open incident says otherwise. */
export function useMayConfirm({ is_group, retired_at, state }: Service): boolean {
  const isPerson = useMe().person !== null;
  const mayPublish = useMay('publish_status');
  const isHit = state === 'degraded' || state === 'partial' || state === 'major';
  return isPerson && mayPublish && !is_group && !retired_at && !isHit;
}
