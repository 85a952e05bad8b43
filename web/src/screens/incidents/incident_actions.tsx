import { ChevronDown, Clock, GitMerge, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/app/session';
import { Button } from '@/design/button';
import { Item, Menu } from '@/design/menu';
import type { Incident } from './data';
import { MergeDialog } from './merge_dialog';
import { OwnerDialog } from './owner_dialog';
import { TimesDialog } from './times_dialog';

/** What is done with an incident beside saying the next word. */
export function IncidentActions({ incident }: { incident: Incident }) {
  const [open, setOpen] = useState<'merge' | 'owner' | 'times'>();
  const mayPublish = useMay('publish_status');
  const mayTeam = useMay('read_team');
  const close = () => setOpen(undefined);
  if (!mayPublish || incident.merged_into) return null;
  const isOpen = !incident.resolved_at;
  return (
    <>
      <Menu
        trigger={
          <Button>
            Actions <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
      >
        {isOpen && mayTeam && (
          <Item onAction={() => setOpen('owner')}>
            <UserRound aria-hidden className="size-4" /> Change the owner
          </Item>
        )}
        {isOpen && (
          <Item onAction={() => setOpen('merge')}>
            <GitMerge aria-hidden className="size-4" /> Merge into another
          </Item>
        )}
        <Item onAction={() => setOpen('times')}>
          <Clock aria-hidden className="size-4" /> Correct the times
        </Item>
      </Menu>
      {open === 'merge' && <MergeDialog incident={incident} onClose={close} />}
      {open === 'owner' && <OwnerDialog incident={incident} onClose={close} />}
      {open === 'times' && <TimesDialog incident={incident} onClose={close} />}
    </>
  );
}
