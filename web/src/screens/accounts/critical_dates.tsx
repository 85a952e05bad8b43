// Days that matter to this customer: planned work is kept clear of them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { api, ask } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { useMay } from '@/app/session';
import { Button, IconButton } from '@/design/button';
import { FormDialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { fromLocal } from '@/design/local_time';
import { Span } from '@/design/moment';
import { MomentField } from '@/design/moment_field';
import { Card } from '@/design/page';
import { Failure, Refusal, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { criticalDatesOf } from './queries';

export function CriticalDates({ account }: { account: string }) {
  const dates = useQuery(criticalDatesOf(account));
  const mayWrite = useMay('write_accounts');
  const [isAdding, setAdding] = useState(false);
  const rows = dates.data?.items ?? [];
  return (
    <Card
      title="Critical dates"
      aside={mayWrite && <Button onPress={() => setAdding(true)}>Add a date …</Button>}
    >
      {dates.isPending ? (
        <Skeleton lines={2} />
      ) : dates.isLoadingError ? (
        <Failure error={dates.error} onRetry={() => void dates.refetch()} />
      ) : rows.length === 0 ? (
        <p className="text-soft">None is known. Windows that fall into one are warned of.</p>
      ) : (
        <ul className="flex flex-col gap-1.5">
          {rows.map(({ id, title, starts_at, ends_at }) => (
            <li key={id} className="flex items-start justify-between gap-2">
              <span className="min-w-0">
                <span className="block" dir="auto">
                  {title}
                </span>
                <span className="block text-sm text-soft">
                  <Span from={starts_at} to={ends_at} />
                </span>
              </span>
              {mayWrite && <Remove account={account} id={id} title={title} />}
            </li>
          ))}
        </ul>
      )}
      {isAdding && <AddDate account={account} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function Remove({ account, id, title }: { account: string; id: string; title: string }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => ask(api.DELETE('/api/v1/critical-dates/{id}', { params: { path: { id } } })),
    onSuccess: () => say(`“${title}” is no critical date any more.`),
    onError: (error) => say(error.message, { tone: 'bad' }),
    onSettled: () => void client.invalidateQueries({ queryKey: criticalDatesOf(account).queryKey }),
  });
  return (
    <IconButton
      label={`Remove “${title}”`}
      isDisabled={remove.isPending}
      onPress={() => remove.mutate()}
    >
      <X aria-hidden className="size-4" />
    </IconButton>
  );
}

const fields = ['title', 'starts_at', 'ends_at'] as const;

function AddDate({ account, onClose }: { account: string; onClose: () => void }) {
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/accounts/{id}/critical-dates', {
          params: { path: { id: account } },
          body: {
            title: title.trim(),
            starts_at: fromLocal(from) ?? '',
            ends_at: fromLocal(to) ?? '',
          },
        }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: criticalDatesOf(account).queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title="Add a critical date"
      verb="Add"
      isOpen
      isPending={add.isPending}
      onSubmit={() => add.mutate()}
      onClose={onClose}
    >
      <Refusal error={formError(add.error, fields)} />
      <TextField
        label="What happens then"
        needed="Say in a few words what must not fail."
        help="As in “Photos go online”."
        value={title}
        onChange={setTitle}
        error={fieldError(add.error, 'title')}
        autoFocus
      />
      <MomentField
        label="From"
        needed="Choose when it begins."
        value={from}
        onChange={setFrom}
        error={fieldError(add.error, 'starts_at')}
      />
      <MomentField
        label="To"
        needed="Choose when it is over."
        value={to}
        onChange={setTo}
        error={fieldError(add.error, 'ends_at')}
      />
    </FormDialog>
  );
}
