// By what people can be told, and whether each way works.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { api, ask } from '@/api/client';
import { channelNames } from '@/app/channels';
import { useMay } from '@/app/session';
import { Button } from '@/design/button';
import { FormDialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { Failure, Refusal, Skeleton } from '@/design/states';
import { Mark, Notice } from '@/design/tone';
import { type Channel, channelsQuery } from './queries';

/** Where a test goes. The others prove themselves: a webhook by its ping, a browser by its owner. */
const testFields: Partial<Record<Channel, { label: string; help: string; type: 'tel' }>> = {
  sms: { label: 'Phone', help: 'With the country: +49151123456.', type: 'tel' },
};

export function Channels() {
  const channels = useQuery(channelsQuery);
  const mayTest = useMay('manage_team');
  const [tested, setTested] = useState<Channel>();
  if (channels.isPending) return <Skeleton lines={4} className="px-4 py-2" />;
  if (channels.isLoadingError)
    return <Failure error={channels.error} onRetry={() => void channels.refetch()} />;
  return (
    <>
      <ul aria-label="Channels">
        {channels.data.map(({ channel, ready, says }) => (
          <li
            key={channel}
            className="grid items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2.5 first:border-t-0 sm:grid-cols-[7rem_9rem_minmax(0,1fr)_auto]"
          >
            <span className="font-medium">{channelNames[channel]}</span>
            {ready ? (
              <Mark tone="ok">Ready</Mark>
            ) : (
              <Mark tone="warn" icon="off">
                Not ready
              </Mark>
            )}
            <span className="wrap-anywhere text-soft">{says}</span>
            {mayTest && testFields[channel] && (
              <Button className="justify-self-start" onPress={() => setTested(channel)}>
                <Send aria-hidden className="size-4" /> Test …
                <span className="sr-only"> {channelNames[channel]}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="border-line border-t px-4 py-2.5 text-sm text-soft">
        Channels are set up in the config file of the server.
      </p>
      {tested && <Test channel={tested} onClose={() => setTested(undefined)} />}
    </>
  );
}

function Test({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const [to, setTo] = useState('');
  const field = testFields[channel];
  const test = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/channels/{channel}/test', {
          params: { path: { channel } },
          body: { to },
        }),
      ),
  });
  return (
    <FormDialog
      title={`Test: ${channelNames[channel]}`}
      verb="Send a test"
      isOpen
      isPending={test.isPending}
      onSubmit={() => test.mutate()}
      onClose={onClose}
    >
      <TextField
        label={field?.label ?? 'To'}
        help={field?.help}
        type={field?.type ?? 'text'}
        needed="Say where the test goes."
        autoFocus
        value={to}
        onChange={(next) => {
          test.reset();
          setTo(next);
        }}
      />
      <div role="status">
        {test.data && (
          <Notice tone={test.data.accepted ? 'ok' : 'bad'}>
            {test.data.accepted ? 'Taken. ' : 'Refused. '}
            {test.data.says}
          </Notice>
        )}
      </div>
      <Refusal error={test.error} />
    </FormDialog>
  );
}
