// What those who are told will read, made by what makes that which leaves; and a trial of it.
import { useMutation } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { api, ask, type Gives, type Takes } from '@/api/client';
import { Button } from '@/design/button';
import { Dialog } from '@/design/dialog';
import { Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { ChangesList } from './changes_list';
import { Previews } from './previews';
import { SeeRefused } from './see_refused';

export type Said = Takes<'/api/v1/notices/previews'>;
type Seen = Gives<'/api/v1/notices/previews', 'post'>;
export type Preview = Seen['previews'][number];
export type Changes = Seen['changes'];
/** Which of the previews is sent for trial, and where. */
export type TrialWish = Pick<Said, 'channel' | 'brand' | 'language' | 'to' | 'webhook'>;

/** `said` is what would be published now; nothing where something is missing, and then says so. */
export function See({ said }: { said: () => Said | undefined }) {
  // What is looked at stays while the draft goes on.
  const [seen, setSeen] = useState<Said>();
  const look = useMutation({
    mutationFn: (body: Said) => ask(api.POST('/api/v1/notices/previews', { body })),
  });
  const send = useMutation({
    mutationFn: (body: Said) => ask(api.POST('/api/v1/notices/test-send', { body })),
    onSuccess: ({ to, accepted, says }) =>
      void (accepted
        ? say(`A trial is on its way to ${to}.`)
        : say(`The trial was not taken: ${says}`, { tone: 'bad' })),
    onError: (error) => void say(error.message, { tone: 'bad' }),
  });
  return (
    <>
      <Button
        onPress={() => {
          const body = said();
          if (!body) return;
          setSeen(body);
          look.mutate(body);
        }}
      >
        <Eye aria-hidden className="size-4" /> See what they read
      </Button>
      {seen && (
        <Dialog title="What they read" isOpen wide onClose={() => setSeen(undefined)}>
          {look.error ? (
            <SeeRefused error={look.error} />
          ) : look.data ? (
            <div className="flex flex-col gap-3">
              {look.data.changed_since && (
                <ChangesList since={look.data.changed_since} changes={look.data.changes} />
              )}
              <Previews
                previews={look.data.previews}
                isSending={send.isPending}
                onSend={(wish) => send.mutate({ ...seen, ...wish })}
              />
            </div>
          ) : (
            <Skeleton lines={10} />
          )}
        </Dialog>
      )}
    </>
  );
}
