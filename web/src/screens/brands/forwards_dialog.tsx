// Whether a partner's customers hear of announcements at once, or when he has read them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '@/api/client';
import { useFields } from '@/app/fields';
import { Dialog, FormDialog } from '@/design/dialog';
import { Choice, TextField } from '@/design/field';
import { Failure, Refusal, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { type Brand, type Forwards, forwardsQuery } from './data';
import { forwardsBody, forwardsDraft } from './forwards_draft';

type Props = { brand: Brand; onClose: () => void };

export function ForwardsDialog({ brand, onClose }: Props) {
  const forwards = useQuery(forwardsQuery(brand.id));
  if (forwards.data) return <Form brand={brand} before={forwards.data} onClose={onClose} />;
  return (
    <Dialog title={titleOf(brand)} isOpen onClose={onClose}>
      {forwards.isError ? (
        <Failure error={forwards.error} onRetry={() => void forwards.refetch()} />
      ) : (
        <Skeleton lines={4} />
      )}
    </Dialog>
  );
}

const titleOf = ({ name }: Brand) => `When customers of ${name} hear of it`;

function Form({ brand, before, onClose }: Props & { before: Forwards }) {
  const [draft, setDraft] = useState(() => forwardsDraft(before));
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/v1/brands/{id}/forwards', {
          params: { path: { id: brand.id } },
          body: forwardsBody(draft),
        }),
      ),
    onSuccess: ({ mode }) => {
      void client.invalidateQueries({ queryKey: forwardsQuery(brand.id).queryKey });
      say(
        mode === 'held'
          ? `From the next one on, ${brand.name} reads announcements first.`
          : `Customers of ${brand.name} hear of the next one at once.`,
      );
      onClose();
    },
  });
  const { change, error, rest } = useFields(
    save,
    ['mode', 'release_after_minutes', 'tell'],
    draft,
    setDraft,
  );
  return (
    <FormDialog
      title={titleOf(brand)}
      verb="Save"
      isOpen
      isPending={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Choice
        label="Announcements go"
        options={[
          { id: 'at_once', name: 'At once' },
          { id: 'held', name: 'When they are released' },
        ]}
        help={
          draft.mode === 'held'
            ? 'Its partner gets a mail with the text, which he may change, and a button that releases it.'
            : 'Its customers are told when all others are.'
        }
        value={draft.mode}
        onChange={(mode) => change({ mode })}
        error={error('mode')}
      />
      {draft.mode === 'held' && (
        <>
          <TextField
            label="By itself after this many minutes"
            help="Empty: only when somebody releases it."
            inputProps={{ inputMode: 'numeric' }}
            value={draft.minutes}
            onChange={(minutes) => change({ minutes })}
            error={error('release_after_minutes')}
          />
          <TextField
            label="Who is told that something waits"
            type="email"
            help="Empty: the address where its customers get help."
            value={draft.tell}
            onChange={(tell) => change({ tell })}
            error={error('tell')}
          />
        </>
      )}
      <Refusal error={rest} />
    </FormDialog>
  );
}
