import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { audienceQuery } from '@/screens/incidents/data';
import { WillHear } from '@/screens/incidents/will_hear';

/** How many will hear of a window on these services. */
export function WindowAudience({ services }: { services: readonly string[] }) {
  const audience = useQuery({
    ...audienceQuery(services, 'planned'),
    placeholderData: keepPreviousData,
  }).data;
  return services.length > 0 ? <WillHear audience={audience} /> : null;
}
