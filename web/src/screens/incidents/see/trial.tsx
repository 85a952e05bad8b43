// Sends what is seen for trial: to oneself by mail or SMS, or to a webhook that would be told.
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useDraft } from '@/app/drafts';
import { Button } from '@/design/button';
import { Select, TextField } from '@/design/field';
import type { Preview, TrialWish } from './see';

type Props = { preview: Preview; isSending: boolean; onSend: (wish: TrialWish) => void };

export function Trial(props: Props) {
  switch (props.preview.channel) {
    case 'mail':
      return <ByMail {...props} />;
    case 'sms':
      return <BySms {...props} />;
    case 'webhook':
      return <ByWebhook {...props} />;
    default:
      return null; // what nobody is sent cannot be sent for trial
  }
}

const wishOf = ({ channel, brand, language }: Preview): TrialWish => ({ channel, brand, language });

function ByMail({ preview, isSending, onSend }: Props) {
  return (
    <div>
      <Button isPending={isSending} onPress={() => onSend(wishOf(preview))}>
        <Send aria-hidden className="size-4" /> Send it to me
      </Button>
    </div>
  );
}

function BySms({ preview, isSending, onSend }: Props) {
  // Whoever tries once tries again.
  const [to, setTo] = useDraft('trial.phone', '');
  return (
    <form
      aria-label="A trial by SMS"
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        // The composer's own form lies around the dialog.
        event.stopPropagation();
        if (!isSending) onSend({ ...wishOf(preview), to });
      }}
      // Nor does Ctrl+Enter publish from here.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.stopPropagation();
      }}
    >
      <TextField
        label="My phone"
        type="tel"
        value={to}
        onChange={setTo}
        inputProps={{ placeholder: '+49151123456' }}
      />
      <Button type="submit" isPending={isSending} isDisabled={!to.trim()}>
        <Send aria-hidden className="size-4" /> Send it to me
      </Button>
    </form>
  );
}

function ByWebhook({ preview, isSending, onSend }: Props) {
  const { places } = preview;
  const [chosen, setChosen] = useState(places[0]?.webhook ?? '');
  const place = places.find(({ webhook }) => webhook === chosen);
  if (!place) return null; // a partner holds it
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-56 grow">
          <Select
            label="To whose webhook"
            options={places.map(({ webhook, host, account_name }) => ({
              id: webhook,
              name: account_name,
              note: host,
            }))}
            value={chosen}
            onChange={setChosen}
          />
        </div>
        <Button
          isPending={isSending}
          onPress={() => onSend({ ...wishOf(preview), webhook: place.webhook })}
        >
          <Send aria-hidden className="size-4" /> Post a test
        </Button>
      </div>
      <p className="text-sm text-soft">
        <bdi>{place.host}</bdi> gets it now, marked as a test.
      </p>
    </div>
  );
}
