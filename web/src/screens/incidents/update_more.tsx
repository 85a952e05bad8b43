import { More } from '@/design/more';
import type { Incident } from './data';
import { hitsOf } from './hits';
import { SafetyField } from './safety_field';
import { ServicesField } from './services_field';
import type { UpdateDraft } from './update_draft';
import { noWorkaround, WorkaroundField } from './workaround_field';

/** What a word may say anew about services, data and what helps; untouched, it stays as it was said. */
export function UpdateMore({
  incident,
  draft,
  onChange,
  servicesError,
  error,
}: {
  incident: Incident;
  draft: UpdateDraft;
  onChange: (change: Partial<UpdateDraft>) => void;
  servicesError: string | undefined;
  error: Error | null;
}) {
  const { text = '', url } = incident.workaround ?? noWorkaround;
  const isSet = draft.services !== null || draft.safety !== '' || draft.workaround !== null;
  return (
    <More
      title="Services, data and workaround change, too"
      needsEye={isSet || Boolean(servicesError)}
    >
      <div data-field="services">
        <ServicesField
          value={draft.services ?? hitsOf(incident.services)}
          held={new Set(incident.services.map(({ service }) => service))}
          onChange={(services) => onChange({ services })}
          error={servicesError}
        />
      </div>
      <SafetyField
        value={draft.safety || incident.data_safety}
        onChange={(safety) => onChange({ safety })}
      />
      <WorkaroundField
        value={draft.workaround ?? { text, url: url ?? '' }}
        onChange={(workaround) => onChange({ workaround })}
        error={error}
      />
    </More>
  );
}
