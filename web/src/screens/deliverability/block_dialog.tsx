// An address is blocked by a person, who knows what no server has said.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFields } from '@/app/fields';
import { useMay } from '@/app/session';
import { brandsQuery } from '@/app/shared_queries';
import { FormDialog } from '@/design/dialog';
import { Choice, Select, TextField } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { bodyOf, emptyBlock } from './block_draft';
import { useBlock } from './queries';
import { blockedTopics, scopeWords } from './words';

const anybody = { id: '', name: 'In anybody’s name' };

export function BlockDialog({ onClose }: { onClose: () => void }) {
  const mayAccounts = useMay('read_accounts');
  const brands = useQuery({ ...brandsQuery, enabled: mayAccounts }).data?.items ?? [];
  const block = useBlock();
  const [draft, setDraft] = useState(emptyBlock);
  const { change, error, rest } = useFields(
    block,
    ['address', 'reason', 'topic', 'brand', 'cause'],
    draft,
    setDraft,
  );
  return (
    <FormDialog
      title="Block an address"
      verb="Block it"
      isOpen
      isPending={block.isPending}
      onSubmit={() =>
        block.mutate(bodyOf(draft), {
          onSuccess: ({ address }) => {
            say(`${address} gets them no more, from the next one on.`);
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <TextField
        label="Address"
        type="email"
        needed="Say which address."
        help="Letters to this person alone go there all the same."
        autoFocus
        value={draft.address}
        onChange={(address) => change({ address })}
        error={error('address')}
      />
      <Select
        label="Does not get"
        options={[
          { id: '', name: scopeWords({ topic: null, brand: null }, () => undefined) },
          ...blockedTopics.map((topic) => ({
            id: topic,
            name: scopeWords({ topic, brand: null }, () => undefined),
          })),
        ]}
        value={draft.topic}
        onChange={(topic) => change({ topic })}
        error={error('topic')}
      />
      {brands.length > 1 && (
        <Select
          label="In whose name"
          options={[anybody, ...brands.map(({ id, name }) => ({ id, name }))]}
          value={draft.brand}
          onChange={(brand) => change({ brand })}
          error={error('brand')}
        />
      )}
      <Choice
        label="What it means"
        options={[
          { id: 'complained', name: 'They do not want it' },
          { id: 'no_such_address', name: 'Nobody reads it there' },
        ]}
        value={draft.cause}
        onChange={(cause) => change({ cause })}
        error={error('cause')}
      />
      <TextField
        label="Why"
        needed="Say why, for whoever looks at it later."
        help="Such as: she rang, or: left the company."
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        error={error('reason')}
      />
      <Refusal error={rest} />
    </FormDialog>
  );
}
