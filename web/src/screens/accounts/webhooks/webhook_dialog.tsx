// Adds a webhook, or changes one. What is new must answer a ping, so the answer may take seconds.
import { useState } from 'react';
import { useFields } from '@/app/fields';
import { ServicesPicker } from '@/app/services_picker';
import { topicNames } from '@/app/topics';
import { FormDialog } from '@/design/dialog';
import { Checkbox, Choice, FieldGroup, Select, Switch, TextField } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { useAddWebhook, useChangeWebhook, type Webhook } from './queries';
import { bodyOf, draftOf, emptyWebhook, type WebhookDraft, webhookTopics } from './webhook_draft';
import { dialectOptions, isChat } from './webhook_words';
import type { Secret } from './webhooks_card';

type Common = { account: string; onClose: () => void };

export function WebhookDialog(
  props: Common & ({ webhook: Webhook } | { onSecret: (secret: Secret) => void }),
) {
  return 'webhook' in props ? <Change {...props} /> : <Add {...props} />;
}

function Add({ account, onSecret, onClose }: Common & { onSecret: (secret: Secret) => void }) {
  const [draft, setDraft] = useState(emptyWebhook);
  const add = useAddWebhook(account);
  return (
    <FormDialog
      title="Add a webhook"
      verb="Add"
      isOpen
      isPending={add.isPending}
      onSubmit={() =>
        add.mutate(bodyOf(draft), {
          onSuccess: ({ secret, dialect }) => {
            onClose();
            if (isChat(dialect)) say('The room has heard of it and hears what is announced.');
            else
              onSecret({
                text: secret,
                advice:
                  'Put it into the program now: by it the program knows that a post is ours. It is not shown again.',
              });
          },
        })
      }
      onClose={onClose}
    >
      <Fields draft={draft} setDraft={setDraft} sending={add} />
    </FormDialog>
  );
}

function Change({ webhook, onClose }: Common & { webhook: Webhook }) {
  // What was seen when it was opened; a newer state must not be overwritten unseen.
  const [before] = useState(webhook);
  const [draft, setDraft] = useState(() => draftOf(before));
  const change = useChangeWebhook(before);
  return (
    <FormDialog
      title="Change the webhook"
      verb="Change"
      isOpen
      isPending={change.isPending}
      onSubmit={() =>
        change.mutate(bodyOf(draft), {
          onSuccess: ({ state }) => {
            say(state === 'active' ? 'The webhook is changed.' : 'The webhook is off.');
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <Switch isSelected={draft.isActive} onChange={(isActive) => setDraft({ ...draft, isActive })}>
        Switched on
      </Switch>
      <Fields draft={draft} setDraft={setDraft} sending={change} />
    </FormDialog>
  );
}

function Fields({
  draft,
  setDraft,
  sending,
}: {
  draft: WebhookDraft;
  setDraft: (next: WebhookDraft) => void;
  sending: { error: Error | null; isError: boolean; reset: () => void };
}) {
  const { change, error, rest } = useFields(
    sending,
    ['url', 'dialect', 'topics', 'services'],
    draft,
    setDraft,
  );
  const topicsError =
    error('topics') ?? (draft.topics.length === 0 ? 'Choose at least one.' : undefined);
  return (
    <>
      <Refusal error={rest} />
      <TextField
        label="Address"
        type="url"
        help="We post a ping there at once; it must answer with 200 to 299 within 15 s."
        needed="Say where the posts go: https://…"
        value={draft.url}
        onChange={(url) => change({ url })}
        error={error('url')}
        inputProps={{ spellCheck: false }}
      />
      <Select
        label="What reads it"
        options={dialectOptions}
        value={draft.dialect}
        onChange={(dialect) => change({ dialect })}
        error={error('dialect')}
      />
      <FieldGroup label="Hears of">
        <div className="font-medium">Hears of</div>
        <div className="flex flex-wrap gap-x-6 gap-y-1.5">
          {webhookTopics.map((topic) => (
            <Checkbox
              key={topic}
              isSelected={draft.topics.includes(topic)}
              onChange={(on) =>
                change({
                  topics: webhookTopics.filter((each) =>
                    each === topic ? on : draft.topics.includes(each),
                  ),
                })
              }
            >
              {topicNames[topic].charAt(0).toUpperCase() + topicNames[topic].slice(1)}
            </Checkbox>
          ))}
        </div>
        {topicsError && <p className="font-medium text-bad text-sm">{topicsError}</p>}
      </FieldGroup>
      <Choice
        label="On which services"
        value={draft.reach}
        onChange={(reach) => change({ reach })}
        options={[
          { id: 'all', name: 'All that the account uses' },
          { id: 'these', name: 'Only some of them' },
        ]}
        error={error('services')}
      />
      {draft.reach === 'these' && (
        <ServicesPicker
          label="Only these services"
          value={draft.services}
          onChange={(services) => change({ services })}
        />
      )}
    </>
  );
}
