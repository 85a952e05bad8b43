// One window as it was announced, and the way to cancel it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '@/api/client';
import { fieldError } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { useMay } from '@/app/session';
import { windowQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { Dialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { Fact, Facts } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { Mark } from '@/design/tone';
import { exact } from '@/design/words_of_time';
import { type Window, windowNoticesQuery } from './data';
import { useServiceNames } from './incident_line';
import { NoticesList } from './notices_list';
import { StateChip, windowWords } from './state_words';

export function WindowDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const window = useQuery(windowQuery(id));
  const mayPublish = useMay('publish_status');
  const [isCancelling, setCancelling] = useState(false);
  const found = window.data;
  const canCancel = mayPublish && (found?.state === 'planned' || found?.state === 'started');
  if (found && canCancel && isCancelling)
    return <CancelDialog window={found} onClose={() => setCancelling(false)} />;
  return (
    <Dialog
      title={found?.title ?? 'Window'}
      isOpen
      onClose={onClose}
      actions={
        canCancel && (
          <Button look="danger" onPress={() => setCancelling(true)}>
            Cancel the window …
          </Button>
        )
      }
    >
      {window.isPending ? (
        <Skeleton lines={5} />
      ) : window.isLoadingError ? (
        <Failure error={window.error} onRetry={() => void window.refetch()} />
      ) : (
        <Announced window={window.data} />
      )}
    </Dialog>
  );
}

function Announced({ window }: { window: Window }) {
  const namesOf = useServiceNames();
  return (
    <div className="flex flex-col gap-3">
      <Facts>
        <Fact name="State">
          <StateChip state={windowWords[window.state]} />
        </Fact>
        <Fact name="Services">{namesOf(window.services).join(', ')}</Fact>
        <Fact name="From">{exact(window.starts_at)}</Fact>
        <Fact name="To">{exact(window.ends_at)}</Fact>
        <Fact name="Announced">{exact(window.created_at)}</Fact>
        {window.closed_at && (
          <Fact name={windowWords[window.state].words}>{exact(window.closed_at)}</Fact>
        )}
      </Facts>
      {window.notice_short && window.state !== 'cancelled' && (
        <Mark tone="warn">The notice was shorter than a plan promises: it counts as downtime.</Mark>
      )}
      <p dir="auto" className="whitespace-pre-wrap">
        {window.text}
      </p>
      <section aria-label="Notices">
        <h3 className="mb-1 font-semibold">Notices</h3>
        <NoticesList
          query={windowNoticesQuery(window.id)}
          nameOf={(_, place, all) => (place === all.length - 1 ? 'Announced' : 'Cancelled')}
        />
      </section>
    </div>
  );
}

function CancelDialog({ window, onClose }: { window: Window; onClose: () => void }) {
  const [text, setText, clear] = useDraft(`window.cancel.${window.id}`, '');
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/windows/{id}/cancel', {
          params: { path: { id: window.id } },
          body: { text: text.trim() },
        }),
      ),
    onSuccess: () => {
      clear();
      void client.invalidateQueries({ queryKey: ['status'] });
      void client.invalidateQueries({ queryKey: ['notify'] });
      say('The window is cancelled. Those who were told of it hear that, too.');
      onClose();
    },
  });
  return (
    <Dialog
      title={`Cancel “${window.title}”`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Back
          </Button>
          <Button look="danger" isPending={cancel.isPending} onPress={() => cancel.mutate()}>
            Cancel the window
          </Button>
        </>
      }
    >
      <TextField
        label="Why it does not take place"
        help="Everybody who was told of the window reads this."
        rows={3}
        value={text}
        onChange={setText}
        error={fieldError(cancel.error, 'text') ?? cancel.error?.message}
        autoFocus
      />
    </Dialog>
  );
}
