// The account's programs that hear of us by webhook, and how they answer.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/app/session';
import { Button, buttonLook } from '@/design/button';
import { ShownOnce } from '@/design/copy';
import { Dialog } from '@/design/dialog';
import { Moment } from '@/design/moment';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { Mark } from '@/design/tone';
import { type Webhook, webhooksQuery } from './queries';
import { WebhookActions } from './webhook_actions';
import { WebhookDialog } from './webhook_dialog';
import { dialects, hearsWords, standingOf } from './webhook_words';

/** What is shown of a secret once, and what to do with it. */
export type Secret = { text: string; advice: string };

export function WebhooksCard({ account }: { account: string }) {
  const webhooks = useQuery(webhooksQuery(account));
  const mayWrite = useMay('write_accounts');
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<Secret>();
  return (
    <Card
      title="Webhooks"
      flush
      aside={
        mayWrite && (
          <Button onPress={() => setAdding(true)}>
            <Plus aria-hidden className="size-4" /> Add a webhook
          </Button>
        )
      }
    >
      {webhooks.isPending ? (
        <Skeleton lines={2} className="px-4 pb-2" />
      ) : webhooks.isLoadingError ? (
        <Failure error={webhooks.error} onRetry={() => void webhooks.refetch()} />
      ) : webhooks.data.items.length === 0 ? (
        <p className="px-4 pb-4 text-soft">
          None yet. A webhook posts what we announce to a program of theirs, signed, or to a chat.
        </p>
      ) : (
        <ul className="pb-1">
          {webhooks.data.items.map((webhook) => (
            <Line key={webhook.id} webhook={webhook} mayWrite={mayWrite} onSecret={setSecret} />
          ))}
        </ul>
      )}
      {isAdding && (
        <WebhookDialog account={account} onSecret={setSecret} onClose={() => setAdding(false)} />
      )}
      <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />
    </Card>
  );
}

function Line({
  webhook,
  mayWrite,
  onSecret,
}: {
  webhook: Webhook;
  mayWrite: boolean;
  onSecret: (secret: Secret) => void;
}) {
  const { words, tone, icon } = standingOf(webhook);
  return (
    <li className="grid gap-x-4 gap-y-1 border-line border-t px-4 py-2 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <div className="wrap-anywhere font-medium">{webhook.url}</div>
        <div className="text-sm text-soft">
          {dialects[webhook.dialect].name}: {hearsWords(webhook).toLowerCase()}
        </div>
        <Mark tone={tone} icon={icon}>
          {words}
          {webhook.failing_since && (
            <>
              {' '}
              since <Moment at={webhook.failing_since} />
            </>
          )}
        </Mark>
      </div>
      <div className="flex items-start gap-1">
        <Link
          to="/accounts/$id"
          params={{ id: webhook.account }}
          search={{ webhook: webhook.id }}
          resetScroll={false}
          className={buttonLook()}
        >
          What was posted<span className="sr-only"> to {webhook.url}</span>
        </Link>
        {mayWrite && <WebhookActions webhook={webhook} onSecret={onSecret} />}
      </div>
    </li>
  );
}

function SecretDialog({ secret, onClose }: { secret: Secret | undefined; onClose: () => void }) {
  return (
    <Dialog
      title="The webhook’s secret"
      isOpen={secret !== undefined}
      showsOnce
      onClose={onClose}
      actions={
        <Button look="main" onPress={onClose}>
          Done
        </Button>
      }
    >
      <div className="flex flex-col gap-4 pt-1">
        <p>{secret?.advice}</p>
        <ShownOnce label="Secret" text={secret?.text ?? ''} />
      </div>
    </Dialog>
  );
}
