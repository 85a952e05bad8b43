// What does not arrive: addresses to which announcements no longer go, and mails that came back.
import { getRouteApi } from '@tanstack/react-router';
import { Ban } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/app/session';
import { Button } from '@/design/button';
import { Choice } from '@/design/field';
import { Card, PageHead } from '@/design/page';
import { BlockDialog } from './block_dialog';
import { Blocked } from './blocked';
import { BounceDialog } from './bounce_dialog';
import { Bounces } from './bounces';
import { Channels } from './channels';

const route = getRouteApi('/inside/deliverability');

const views = [
  { id: 'blocked', name: 'Blocked addresses' },
  { id: 'unattributed', name: 'For a person to look at' },
  { id: 'all', name: 'All that came back' },
] as const;

const channelsView = { id: 'channels', name: 'Channels' } as const;

export function DeliverabilityScreen() {
  const { view = 'blocked', bounce } = route.useSearch();
  const navigate = route.useNavigate();
  const mayChannels = useMay('read_settings');
  const mayBlock = useMay('write_accounts');
  const [isBlocking, setIsBlocking] = useState(false);
  const here = view === 'blocked' ? {} : { view };
  return (
    <>
      <PageHead
        title="Deliverability"
        actions={
          mayBlock &&
          view === 'blocked' && (
            <Button onPress={() => setIsBlocking(true)}>
              <Ban aria-hidden className="size-4" /> Block an address
            </Button>
          )
        }
      >
        Whom our announcements do not reach, and why. Letters to one person go out all the same.
      </PageHead>
      <div className="flex flex-col gap-4 px-4 pb-8 md:px-6">
        <Choice
          label="Show"
          hideLabel
          options={mayChannels ? [...views, channelsView] : views}
          value={view}
          onChange={(next) =>
            void navigate({ search: next === 'blocked' ? {} : { view: next }, replace: true })
          }
        />
        <Card flush>
          {view === 'blocked' ? (
            <Blocked />
          ) : view === 'channels' ? (
            mayChannels && <Channels />
          ) : (
            <Bounces
              key={view}
              outcome={view === 'unattributed' ? 'unattributed' : undefined}
              onOpen={(id) =>
                void navigate({ search: { ...here, bounce: id }, resetScroll: false })
              }
            />
          )}
        </Card>
      </div>
      {isBlocking && <BlockDialog onClose={() => setIsBlocking(false)} />}
      {bounce && (
        <BounceDialog
          id={bounce}
          onClose={() => void navigate({ search: here, resetScroll: false })}
        />
      )}
    </>
  );
}
