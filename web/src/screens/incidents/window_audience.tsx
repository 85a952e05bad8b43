import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMay } from '@/app/session';
import { plansQuery } from '@/app/shared_queries';
import { useNow } from '@/design/moment';
import { Notice } from '@/design/tone';
import { audienceQuery } from './data';
import { brokenLeads, leadWords } from './short_notice';
import { WillHear } from './will_hear';

/** Who will hear of a window, and a warning where that is later than their plans promise. */
export function WindowAudience({
  services,
  startsAt,
}: {
  services: readonly string[];
  startsAt: string | undefined;
}) {
  const now = useNow();
  const mayReadPlans = useMay('read_plans');
  const audience = useQuery({
    ...audienceQuery(services, 'planned'),
    placeholderData: keepPreviousData,
  }).data;
  const plans = useQuery({
    ...plansQuery,
    enabled: mayReadPlans,
  }).data?.items;
  const touched = new Set(audience?.plans.map(({ plan }) => plan));
  const broken = startsAt
    ? brokenLeads(startsAt, now, plans?.filter(({ id }) => touched.has(id)) ?? [])
    : [];
  return (
    <div className="flex flex-col gap-2">
      {services.length > 0 && <WillHear audience={audience} />}
      <div role="status">
        {broken.length > 0 && (
          <Notice tone="warn">
            This notice is short. {leadWords(broken)} A later start keeps the promise; otherwise the
            window counts as downtime.
          </Notice>
        )}
      </div>
    </div>
  );
}
