// Plans a window: what, when, and what those who are touched read about it.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ask } from '@/api/client';
import { fieldError } from '@/api/problem';
import { useAttempt } from '@/app/attempts';
import { useDraft } from '@/app/drafts';
import { usePatch } from '@/app/patch';
import { ServicesPicker } from '@/app/services_picker';
import { TemplateField } from '@/app/template_field';
import { Button } from '@/design/button';
import { Dialog } from '@/design/dialog';
import { Checkbox, TextField } from '@/design/field';
import { fromLocal, toLocal } from '@/design/local_time';
import { Locked } from '@/design/locked';
import { MomentField } from '@/design/moment_field';
import { windowNoticesQuery } from '@/screens/incidents/data';
import { focusRefused } from '@/screens/incidents/focus_field';
import { sayWhenMailsLeave } from '@/screens/incidents/leaving';
import { Refusal } from '@/screens/incidents/refusal';
import { See } from '@/screens/incidents/see/see';
import { useWhole } from '@/screens/incidents/use_whole';
import { CheckedSpan } from './checked_span';
import { checkedQuery, type NewWindow } from './data';
import { bodyOf, emptyPlan, gapsOf, isShort, type PlanDraft, type PlanField } from './plan_draft';
import { WindowAudience } from './window_audience';

const draftName = 'window.new';

export function PlanDialog({
  onClose,
  onPlanned,
}: {
  onClose: () => void;
  onPlanned: (window: string) => void;
}) {
  const [kept, setDraft, clear] = useDraft<PlanDraft>(draftName, emptyPlan);
  // A draft that an earlier console kept may lack what came later.
  const draft = { ...emptyPlan, ...kept };
  const client = useQueryClient();
  const attempt = useAttempt<NewWindow>(draftName);
  const form = useRef<HTMLDivElement>(null);
  const checked = useQuery({
    ...checkedQuery(draft.services, fromLocal(draft.from), fromLocal(draft.to)),
    placeholderData: keepPreviousData,
  }).data;
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

  const patch = usePatch(draft, setDraft);
  const change = (next: Partial<PlanDraft>) => {
    if (plan.isError) plan.reset();
    patch(next);
  };
  const gaps = gapsOf(draft, checked);
  const { isPressed, whole } = useWhole(form, Object.keys(gaps));
  const error = (field: PlanField) =>
    (isPressed ? gaps[field] : undefined) ?? fieldError(plan.error, field);
  const wantsReason = isShort(checked) || Boolean(error('short_reason'));

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
          <See said={() => whole(() => ({ new_window: bodyOf(draft) }))} />
          <Button look="main" isPending={plan.isPending} onPress={() => whole(() => plan.mutate())}>
            Plan and tell
          </Button>
        </>
      }
    >
      <div ref={form} className="flex flex-col gap-4">
        <Refusal error={plan.error} />
        <Locked when={plan.isPending}>
          <TemplateField
            kind="window"
            onPick={({ title, text }) => change({ title: title || draft.title, text })}
            onUndo={() => change({ title: draft.title, text: draft.text })}
          />
          <div data-field="title">
            <TextField
              label="Title"
              value={draft.title}
              onChange={(title) => change({ title })}
              error={error('title')}
              autoFocus
            />
          </div>
          <ServicesPicker
            value={draft.services}
            onChange={(services) => change({ services })}
            error={error('services')}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <div data-field="starts_at">
              <MomentField
                label="From"
                value={draft.from}
                onChange={(from) => change({ from })}
                error={error('starts_at')}
              />
            </div>
            <div data-field="ends_at">
              <MomentField
                label="To"
                value={draft.to}
                onChange={(to) => change({ to })}
                error={error('ends_at')}
              />
            </div>
          </div>
          <Checkbox
            isSelected={draft.isOpenEnded}
            onChange={(isOpenEnded) => change({ isOpenEnded })}
          >
            It runs until one of us ends it
          </Checkbox>
          <WindowAudience services={draft.services} />
          <CheckedSpan
            checked={checked}
            onTake={(from, to) =>
              change({ from: toLocal(Date.parse(from)), to: toLocal(Date.parse(to)) })
            }
          />
          {wantsReason && (
            <div data-field="short_reason">
              <TextField
                label="Why it cannot wait"
                help="Kept with the window; those who were promised more notice may ask."
                rows={2}
                value={draft.reason}
                onChange={(reason) => change({ reason })}
                error={error('short_reason')}
              />
            </div>
          )}
          <div data-field="text">
            <TextField
              label="Text"
              help="What customers will notice, and what they should do before."
              rows={4}
              value={draft.text}
              onChange={(text) => change({ text })}
              error={error('text')}
            />
          </div>
        </Locked>
      </div>
    </Dialog>
  );
}
