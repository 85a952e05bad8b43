// Reserves time that comes again and again: "Thursdays, 22:00 to 23:00, in Berlin".
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@/api/client';
import { useAttempt } from '@/app/attempts';
import { useDraft } from '@/app/drafts';
import { useFields } from '@/app/fields';
import { ServicesPicker } from '@/app/services_picker';
import { FormDialog } from '@/design/dialog';
import { Select, TextField } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import type { NewSeries } from './data';
import { type Rhythm, rhythms, ruleOf } from './rhythm';

type Draft = {
  title: string;
  services: string[];
  text: string;
  zone: string;
  first: string;
  minutes: string;
  rhythm: Rhythm;
  rule: string;
};

const draftName = 'series.new';
const empty: Draft = {
  title: '',
  services: [],
  text: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  first: '',
  minutes: '60',
  rhythm: 'weekly',
  rule: '',
};
const fields = ['title', 'services', 'first', 'zone', 'minutes', 'rule', 'text'] as const;

const bodyOf = (draft: Draft): NewSeries => ({
  title: draft.title.trim(),
  services: draft.services,
  text: draft.text.trim(),
  zone: draft.zone.trim(),
  first: draft.first.slice(0, 16),
  minutes: Number.parseInt(draft.minutes, 10) || 0,
  rule: ruleOf(draft.rhythm, draft.first, draft.rule),
});

export function NewSeriesDialog({
  onClose,
  onReserved,
}: {
  onClose: () => void;
  onReserved: (series: string) => void;
}) {
  const [draft, setDraft, clear] = useDraft<Draft>(draftName, empty);
  const client = useQueryClient();
  const attempt = useAttempt<NewSeries>(draftName);
  const reserve = useMutation({
    mutationFn: () =>
      attempt.run(draft, bodyOf, (body, key) =>
        ask(api.POST('/api/v1/series', { params: { header: { 'Idempotency-Key': key } }, body })),
      ),
    onSuccess: ({ id }) => {
      clear();
      void client.invalidateQueries({ queryKey: ['status'] });
      say('The time is reserved. The page shows it; nobody is mailed until you use it.');
      onReserved(id);
    },
  });
  const { change, error, rest } = useFields(reserve, fields, draft, setDraft);
  return (
    <FormDialog
      title="Reserve recurring time"
      verb="Reserve"
      isOpen
      isPending={reserve.isPending}
      onSubmit={() => reserve.mutate()}
      onClose={onClose}
    >
      <Refusal error={rest} />
      <TextField
        label="Title"
        needed="Say in a line what the time is for."
        value={draft.title}
        onChange={(title) => change({ title })}
        error={error('title')}
        autoFocus
      />
      <ServicesPicker
        value={draft.services}
        onChange={(services) => change({ services })}
        error={error('services')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="First time"
          needed="Choose when it is for the first time."
          type="datetime-local"
          help="By the clock of the zone below, in summer and in winter."
          value={draft.first}
          onChange={(first) => change({ first })}
          error={error('first')}
        />
        <TextField
          label="Minutes"
          inputProps={{ inputMode: 'numeric' }}
          value={draft.minutes}
          onChange={(minutes) => change({ minutes })}
          error={error('minutes')}
        />
      </div>
      <TextField
        label="Zone"
        help="As in Europe/Berlin."
        value={draft.zone}
        onChange={(zone) => change({ zone })}
        error={error('zone')}
      />
      <Select
        label="How often"
        options={rhythms(draft.first)}
        value={draft.rhythm}
        onChange={(rhythm) => change({ rhythm })}
        error={draft.rhythm === 'other' ? undefined : error('rule')}
        help={draft.first ? undefined : 'Choose the first time to see more.'}
      />
      {draft.rhythm === 'other' && (
        <TextField
          label="Rule"
          help="An RRULE of RFC 5545, as in FREQ=WEEKLY;BYDAY=TU,TH."
          mono
          value={draft.rule}
          onChange={(rule) => change({ rule })}
          error={error('rule')}
        />
      )}
      <TextField
        label="Text"
        help="What customers will notice when the time is used."
        rows={3}
        value={draft.text}
        onChange={(text) => change({ text })}
        error={error('text')}
      />
    </FormDialog>
  );
}
