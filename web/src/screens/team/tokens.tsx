import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/design/button';
import { ShownOnce } from '@/design/copy';
import { Confirm, Dialog } from '@/design/dialog';
import { Day, useNow } from '@/design/moment';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { type Column, Table } from '@/design/table';
import { say } from '@/design/toast';
import { Mark } from '@/design/tone';
import { AddToken } from './add_token';
import { type Token, tokensQuery, useRevokeToken } from './queries';
import { rights, roles } from './roles';

function Life({ token }: { token: Token }) {
  const now = useNow();
  if (token.revoked_at)
    return (
      <Mark tone="unk" icon="off">
        Revoked
      </Mark>
    );
  if (Date.parse(token.expires_at) <= now)
    return (
      <Mark tone="unk" icon="off">
        Expired
      </Mark>
    );
  return (
    <span>
      until <Day at={token.expires_at} />
    </span>
  );
}

const columns = (onRevoke: (token: Token) => void): readonly Column<Token>[] => [
  {
    name: 'Name',
    cell: (token) => (
      <>
        <div className="font-medium" dir="auto">
          {token.name}
        </div>
        <div className="text-sm text-soft">
          made <Day at={token.created_at} />
        </div>
      </>
    ),
  },
  {
    name: 'May',
    cell: (token) => {
      const count = rights.filter((right) => token.rights.includes(right)).length;
      return `${roles[token.role].name}, ${count} of ${rights.length} rights`;
    },
  },
  { name: 'Works', cell: (token) => <Life token={token} /> },
  {
    name: 'Actions',
    end: true,
    actions: true,
    cell: (token) =>
      !token.revoked_at && (
        <Button look="quiet" aria-label={`Revoke ${token.name}`} onPress={() => onRevoke(token)}>
          Revoke
        </Button>
      ),
  },
];

export function Tokens() {
  const tokens = useQuery(tokensQuery);
  const revoke = useRevokeToken();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [ending, setEnding] = useState<Token>();
  const close = () => setEnding(undefined);
  return (
    <Card
      title="API tokens"
      flush
      aside={
        <Button onPress={() => setAdding(true)}>
          <Plus aria-hidden className="size-4" /> Make a token
        </Button>
      }
    >
      {tokens.isPending ? (
        <Skeleton lines={3} className="px-4 pb-2" />
      ) : tokens.isLoadingError ? (
        <Failure error={tokens.error} onRetry={() => void tokens.refetch()} />
      ) : tokens.data.items.length === 0 ? (
        <p className="px-4 pb-4 text-soft">
          None yet. A token lets a program act in your name, with your rights or fewer.
        </p>
      ) : (
        <Table
          caption="API tokens"
          columns={columns(setEnding)}
          rows={tokens.data.items}
          rowKey={(token) => token.id}
        />
      )}
      {isAdding && (
        <AddToken
          onMade={(made) => {
            setAdding(false);
            setSecret(made);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      <Dialog
        title="The new token"
        isOpen={secret !== undefined}
        showsOnce
        onClose={() => setSecret(undefined)}
        actions={
          <Button look="main" onPress={() => setSecret(undefined)}>
            Done
          </Button>
        }
      >
        <div className="flex flex-col gap-4 pt-1">
          <p>Give it to the program now: it is kept only as a hash and not shown again.</p>
          <ShownOnce label="Token" text={secret ?? ''} />
        </div>
      </Dialog>
      <Confirm
        title={`Revoke ${ending?.name ?? ''}?`}
        text="The program that uses it is refused from now on. This cannot be undone."
        verb="Revoke"
        isOpen={ending !== undefined}
        isPending={revoke.isPending}
        onConfirm={() =>
          ending &&
          revoke.mutate(ending, {
            onSuccess: ({ name }) => void say(`${name} is revoked.`),
            onError: (error) => void say(error.message, { tone: 'bad' }),
            onSettled: close,
          })
        }
        onClose={close}
      />
    </Card>
  );
}
