import { EllipsisVertical, KeyRound, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/design/button';
import { Confirm } from '@/design/dialog';
import { Item, Menu } from '@/design/menu';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { exact } from '@/design/words_of_time';
import { useRemoveWebhook, useRotateSecret, type Webhook } from './queries';
import { WebhookDialog } from './webhook_dialog';
import { isChat } from './webhook_words';
import type { Secret } from './webhooks_card';

export function WebhookActions({
  webhook,
  onSecret,
}: {
  webhook: Webhook;
  onSecret: (secret: Secret) => void;
}) {
  const [asking, setAsking] = useState<'change' | 'secret' | 'remove'>();
  const close = () => setAsking(undefined);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Actions for ${webhook.url}`}>
            <EllipsisVertical aria-hidden className="size-4.5" />
          </IconButton>
        }
      >
        <Item onAction={() => setAsking('change')}>
          <Pencil aria-hidden className="size-4" />
          {webhook.state === 'active' ? 'Change, or switch off' : 'Change, or switch on'}
        </Item>
        {!isChat(webhook.dialect) && (
          <Item onAction={() => setAsking('secret')}>
            <KeyRound aria-hidden className="size-4" /> New secret
          </Item>
        )}
        <Item danger onAction={() => setAsking('remove')}>
          <Trash2 aria-hidden className="size-4" /> Remove
        </Item>
      </Menu>
      {asking === 'change' && (
        <WebhookDialog account={webhook.account} webhook={webhook} onClose={close} />
      )}
      {asking === 'secret' && <NewSecret webhook={webhook} onSecret={onSecret} onClose={close} />}
      {asking === 'remove' && <Remove webhook={webhook} onClose={close} />}
    </>
  );
}

function NewSecret({
  webhook,
  onSecret,
  onClose,
}: {
  webhook: Webhook;
  onSecret: (secret: Secret) => void;
  onClose: () => void;
}) {
  const rotate = useRotateSecret(webhook);
  return (
    <Confirm
      title="Make a new secret?"
      text={
        <div className="flex flex-col gap-3">
          <p>
            For a day the old one signs along, so that the program at{' '}
            <span className="wrap-anywhere">{webhook.url}</span> can be changed without missing a
            post.
          </p>
          <Refusal error={rotate.error} />
        </div>
      }
      verb="Make a new secret"
      isOpen
      isPending={rotate.isPending}
      onConfirm={() =>
        rotate.mutate(undefined, {
          onSuccess: ({ secret, old_until }) => {
            onSecret({
              text: secret,
              advice: `Put it into the program now: it is not shown again. The old one signs along until ${exact(old_until)}.`,
            });
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}

function Remove({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const remove = useRemoveWebhook(webhook);
  return (
    <Confirm
      title="Remove the webhook?"
      text={
        <div className="flex flex-col gap-3">
          <p>
            Nothing is posted to <span className="wrap-anywhere">{webhook.url}</span> any more, not
            even what waits; what was posted stays in proofs. To stop for a while, switch it off
            instead.
          </p>
          <Refusal error={remove.error} />
        </div>
      }
      verb="Remove"
      isOpen
      isPending={remove.isPending}
      onConfirm={() =>
        remove.mutate(undefined, {
          onSuccess: () => {
            say('The webhook is removed.');
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}
