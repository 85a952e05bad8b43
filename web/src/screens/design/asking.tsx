import { Bell, Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '@/design/button';
import { CopyButton, CopyIcon, ShownOnce } from '@/design/copy';
import { Confirm, Dialog, FormDialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { Item, Menu } from '@/design/menu';
import { Card } from '@/design/page';
import { say } from '@/design/toast';
import type { Tone } from '@/design/tone';

const looks = ['main', 'plain', 'quiet', 'danger'] as const;
const tones: readonly Tone[] = ['ok', 'warn', 'bad', 'plan', 'unk'];

function Dialogs() {
  const [open, setOpen] = useState<'dialog' | 'form' | 'confirm'>();
  const close = () => setOpen(undefined);
  return (
    <div className="flex flex-wrap gap-2">
      <Button onPress={() => setOpen('dialog')}>Dialog</Button>
      <Button onPress={() => setOpen('form')}>Form</Button>
      <Button onPress={() => setOpen('confirm')}>Confirm</Button>
      <Dialog title="A dialog" isOpen={open === 'dialog'} onClose={close}>
        <p>A click beside it closes it, and so does Escape.</p>
      </Dialog>
      <FormDialog
        title="A form"
        verb="Save"
        isOpen={open === 'form'}
        onSubmit={close}
        onClose={close}
      >
        <TextField label="Name" help="Enter saves; a click beside it loses nothing." />
      </FormDialog>
      <Confirm
        title="Delete the group?"
        text="The 12,400 pictures in it are deleted, too. This cannot be undone."
        verb="Delete"
        isOpen={open === 'confirm'}
        onConfirm={close}
        onClose={close}
      />
    </div>
  );
}

export function Asking() {
  return (
    <Card title="What can be done">
      <div className="flex flex-col gap-3">
        {looks.map((look) => (
          <div key={look} className="flex flex-wrap gap-2">
            <Button look={look}>{look}</Button>
            <Button look={look} isDisabled>
              disabled
            </Button>
            <Button look={look} isPending>
              pending
            </Button>
          </div>
        ))}
        <div className="flex flex-wrap items-center gap-2">
          <IconButton label="Notify">
            <Bell aria-hidden className="size-4.5" />
          </IconButton>
          <IconButton label="Notify, disabled" isDisabled>
            <Bell aria-hidden className="size-4.5" />
          </IconButton>
          <Menu
            trigger={
              <Button>
                <Ellipsis aria-hidden className="size-4" /> Menu
              </Button>
            }
          >
            <Item onAction={() => void say('Renamed.')}>Rename</Item>
            <Item isDisabled>Cannot be done now</Item>
            <Item danger onAction={() => void say('Deleted.')}>
              <Trash2 aria-hidden className="size-4" /> Delete
            </Item>
          </Menu>
          <CopyIcon text="ana@customer.example" what="the address of Ana" />
          <CopyButton text="ana@customer.example" />
        </div>
        <Dialogs />
        <div className="flex flex-wrap gap-2">
          {tones.map((tone) => (
            <Button key={tone} onPress={() => void say('This has just happened.', { tone })}>
              Toast, {tone}
            </Button>
          ))}
          <Button
            onPress={() =>
              void say('Sent.', {
                action: { verb: 'Undo', run: () => {}, until: Date.now() + 20_000 },
              })
            }
          >
            Toast with undo
          </Button>
        </div>
        <ShownOnce label="Shown once" text="tf_7Qw3mJbVZr0aK1xYpLd9NfHsTgUeC2iO5vB8nXzRkQ4" />
      </div>
    </Card>
  );
}
