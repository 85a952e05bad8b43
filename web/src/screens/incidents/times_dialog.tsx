// Corrects when an incident began and ended, and what it did to each service; what was said before
// stays on record.
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { usePatch } from '@/app/patch';
import { Dialog, FormDialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { MomentField } from '@/design/moment_field';
import { Failure, Refusal, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { type Incident, stretchesQuery } from './data';
import { StretchesField } from './stretches_field';
import { type TimesGaps, type TimesWish, timesBody, timesGaps, timesWish } from './times_draft';
import { asSeen, useIncidentChange } from './use_incident_change';

const title = 'Correct the times';
const fields = ['started_at', 'ended_at', 'services', 'reason'] as const;

/** What the incident held is looked up first. */
export function TimesDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const [seen] = useState(incident);
  const ids = seen.services.map(({ service }) => service);
  const histories = useQueries({ queries: ids.map((id) => stretchesQuery(id, seen)) });
  const failed = histories.find(({ isLoadingError }) => isLoadingError);
  if (histories.every(({ data }) => data !== undefined))
    return (
      <TimesForm
        incident={seen}
        before={timesWish(
          seen,
          histories.map(({ data }, at) => ({
            service: ids[at] ?? '',
            stretches: data?.items ?? [],
          })),
        )}
        onClose={onClose}
      />
    );
  return (
    <Dialog title={title} isOpen wide onClose={onClose}>
      {failed?.error ? (
        <Failure error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Dialog>
  );
}

function TimesForm({
  incident,
  before: loaded,
  onClose,
}: {
  incident: Incident;
  before: TimesWish;
  onClose: () => void;
}) {
  const [before] = useState(loaded);
  const [wish, setWish] = useState(before);
  const [isPressed, setPressed] = useState(false);
  const patch = usePatch(wish, setWish);
  const correct = useIncidentChange(() =>
    ask(
      api.PUT('/api/v1/incidents/{id}/times', {
        ...asSeen(incident),
        body: timesBody(wish, before),
      }),
    ),
  );
  const isOver = incident.resolved_at !== null;
  const gaps = timesGaps(wish, isOver);
  const error = (field: keyof TimesGaps) =>
    (isPressed ? gaps[field] : undefined) ?? fieldError(correct.error, field);
  const change = (next: Partial<TimesWish>) => {
    if (correct.isError) correct.reset();
    patch(next);
  };
  const submit = () => {
    setPressed(true);
    if (Object.keys(gaps).length > 0) return;
    correct.mutate(undefined, {
      onSuccess: () => {
        say('Corrected. Uptime is counted anew; what was said before stays on record.');
        onClose();
      },
    });
  };
  return (
    <FormDialog
      title={title}
      verb="Correct"
      isOpen
      wide
      isPending={correct.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <MomentField
          label="It began"
          value={wish.started.text}
          onChange={(text) => change({ started: { ...wish.started, text } })}
          error={error('started_at')}
        />
        {isOver && (
          <MomentField
            label="It was over"
            value={wish.ended.text}
            onChange={(text) => change({ ended: { ...wish.ended, text } })}
            error={error('ended_at')}
          />
        )}
      </div>
      <StretchesField
        wish={wish}
        isOver={isOver}
        onChange={(stretches) => change({ stretches })}
        error={error('services')}
      />
      <TextField
        label="Why it is corrected"
        help="Stays on record with your name and what was said before."
        value={wish.reason}
        onChange={(reason) => change({ reason })}
        error={error('reason')}
        isRequired
      />
      <Refusal error={formError(correct.error, fields)} />
    </FormDialog>
  );
}
