import { Fact } from '@/design/page';
import type { Touched } from './data';
import { useServiceNames } from './incident_line';
import { ServiceMark } from './state_words';

/** Each service with how it is hit: how many tries fail, how that shows. */
export function TouchedFacts({ services }: { services: readonly Touched[] }) {
  const namesOf = useServiceNames();
  return services.map(({ service, state, failing_percent, symptom }, at) => (
    <Fact key={service} name={at === 0 ? 'Hits' : ''}>
      <ServiceMark name={namesOf([service])[0] ?? 'A retired service'} state={state} />
      {(failing_percent !== null || symptom) && (
        <span className="block text-sm text-soft" dir="auto">
          {[failing_percent !== null && `${failing_percent} % of tries fail`, symptom]
            .filter(Boolean)
            .join('; ')}
        </span>
      )}
    </Fact>
  ));
}
