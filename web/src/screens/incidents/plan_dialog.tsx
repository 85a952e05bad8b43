// Plans a window: what, when, and what those who are touched read about it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, ask } from '@/api/client';
import { fieldError } from '@/api/problem';
import { useAttempt } from '@/app/attempts';
import { useDraft } from '@/app/drafts';
import { servicesQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { Dialog } from '@/design/dialog';
import { Checkbox, TextField } from '@/design/field';
import { fromLocal } from '@/design/local_time';
import { Locked } from '@/design/locked';
import { MomentField } from '@/design/moment_field';
import { type NewWindow, windowNoticesQuery } from './data';
import { focusField, focusRefused } from './focus_field';
import { sayWhenMailsLeave } from './leaving';
import { Refusal } from './refusal';
import { WindowAudience } from './window_audience';

type Draft = { title: string; services: string[]; from: string; to: string; text: string };
type Field = 'title' | 'services' | 'starts_at' | 'ends_at' | 'text';

const draftName = 'window.new';
const empty: Draft = { title: '', services: [], from: '', to: '', text: '' };

function gapsOf(draft: Draft): Partial<Record<Field, string>> {
  return {
    ...(draft.title.trim() ? {} : { title: 'Say in a line what is done.' }),
    ...(draft.services.length > 0 ? {} : { services: 'Choose what is touched.' }),
    ...(fromLocal(draft.from) ? {} : { starts_at: 'Choose when it starts.' }),
    ...(fromLocal(draft.to) ? {} : { ends_at: 'Choose when it ends.' }),
    ...(draft.text.trim() ? {} : { text: 'Say what customers will notice, and what to do.' }),
  };
}

const bodyOf = (draft: Draft): NewWindow => ({
  title: draft.title.trim(),
  services: draft.services,
  starts_at: fromLocal(draft.from) ?? '',
  ends_at: fromLocal(draft.to) ?? '',
  text: draft.text.trim(),
});

export function PlanDialog({
  onClose,
  onPlanned,
}: {
  onClose: () => void;
  onPlanned: (window: string) => void;
}) {
  const [draft, setDraft, clear] = useDraft<Draft>(draftName, empty);
  const [isPressed, setPressed] = useState(false);
  const services = useQuery(servicesQuery).data?.items ?? [];
  const client = useQueryClient();
  const attempt = useAttempt<NewWindow>(draftName);
  const form = useRef<HTMLDivElement>(null);
  const plan = useMutation({
    mutationFn: () =>
      attempt.run(draft, bodyOf, (body, key) =>
        ask(api.POST('/api/v1/windows', { params: { header: { 'Idempotency-Key': key } }, body })),
      ),
    onSuccess: (window) => {
      clear();
      void client.invalidateQueries({ queryKey: ['status'] });
      void sayWhenMailsLeave(client, windowNoticesQuery(window.id));
      onPlanned(window.id);
    },
    onError: (error) => focusRefused(form, error),
  });

  const change = (next: Draft) => {
    if (plan.isError) plan.reset();
    setDraft(next);
  };
  const gaps = gapsOf(draft);
  const error = (field: Field) =>
    (isPressed ? gaps[field] : undefined) ?? fieldError(plan.error, field);
  const submit = () => {
    setPressed(true);
    const missing = Object.keys(gaps);
    if (missing.length > 0) focusField(form, missing);
    else plan.mutate();
  };

  return (
    <Dialog
      title="Plan a window"
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Keep for later
          </Button>
          <Button look="main" isPending={plan.isPending} onPress={submit}>
            Plan and tell
          </Button>
        </>
      }
    >
      <div ref={form} className="flex flex-col gap-4">
        <Refusal error={plan.error} />
        <Locked when={plan.isPending}>
          {' '}
          <div data-field="title">
            <TextField
              label="Title"
              value={draft.title}
              onChange={(title) => change({ ...draft, title })}
              error={error('title')}
              autoFocus
            />
          </div>
          <fieldset data-field="services" className="flex flex-col gap-1.5">
            <legend className="mb-1 font-medium">Services</legend>
            <div className="grid gap-1.5 sm:grid-cols-2">
              {services.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  isSelected={draft.services.includes(id)}
                  onChange={(on) =>
                    change({
                      ...draft,
                      services: on
                        ? [...draft.services, id]
                        : draft.services.filter((each) => each !== id),
                    })
                  }
                >
                  <span dir="auto">{name}</span>
                </Checkbox>
              ))}
            </div>
            {error('services') && (
              <p className="font-medium text-bad text-sm">{error('services')}</p>
            )}
          </fieldset>
          <div className="grid gap-4 sm:grid-cols-2">
            <div data-field="starts_at">
              <MomentField
                label="From"
                value={draft.from}
                onChange={(from) => change({ ...draft, from })}
                error={error('starts_at')}
              />
            </div>
            <div data-field="ends_at">
              <MomentField
                label="To"
                value={draft.to}
                onChange={(to) => change({ ...draft, to })}
                error={error('ends_at')}
              />
            </div>
          </div>
          <WindowAudience services={draft.services} startsAt={fromLocal(draft.from)} />
          <div data-field="text">
            <TextField
              label="Text"
              help="What customers will notice, and what they should do before."
              rows={4}
              value={draft.text}
              onChange={(text) => change({ ...draft, text })}
              error={error('text')}
            />
          </div>
        </Locked>
      </div>
    </Dialog>
  );
}
