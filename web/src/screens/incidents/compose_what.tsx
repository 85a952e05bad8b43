import { TemplateField } from '@/app/template_field';
import { TextField } from '@/design/field';
import { useNow } from '@/design/moment';
import { Card } from '@/design/page';
import { short } from '@/design/words_of_time';
import type { Draft, DraftField } from './compose_draft';
import { ComposeMore } from './compose_more';
import type { Incident } from './data';
import { SafetyField } from './safety_field';
import { ServicesField } from './services_field';

export function ComposeWhat({
  draft,
  onChange,
  error,
  suspected,
}: {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  error: (field: DraftField) => string | undefined;
  suspected: Incident | undefined;
}) {
  const now = useNow();
  return (
    <Card title="1 What">
      <div className="flex flex-col gap-3">
        <TemplateField
          kind="incident"
          onPick={({ title, text }) => onChange({ title: title || draft.title, text })}
          onUndo={() => onChange({ title: draft.title, text: draft.text })}
        />
        <div data-field="title">
          <TextField
            label="Title"
            help="One line that a customer understands: “Galleries do not open”."
            value={draft.title}
            onChange={(title) => onChange({ title })}
            error={error('title')}
            autoFocus
          />
        </div>
        <div data-field="services">
          <ServicesField
            value={draft.services}
            onChange={(services) => onChange({ services })}
            error={error('services')}
          />
        </div>
        <SafetyField value={draft.safety} onChange={(safety) => onChange({ safety })} />
        <ComposeMore
          draft={draft}
          onChange={onChange}
          error={error}
          firstSeen={suspected && `when it was first seen (${short(suspected.started_at, now)})`}
        />
      </div>
    </Card>
  );
}
