import { Download } from 'lucide-react';
import { Button } from '@/design/button';
import { CopyButton } from '@/design/copy';
import { Dialog } from '@/design/dialog';

function save(text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'tellfirst-recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(url);
}

export function RecoveryCodes({
  codes,
  onClose,
}: {
  codes: readonly string[];
  onClose: () => void;
}) {
  const text = `${codes.join('\n')}\n`;
  return (
    <Dialog
      title="Your recovery codes"
      isOpen
      showsOnce
      onClose={onClose}
      actions={
        <Button look="main" onPress={onClose}>
          I have kept them
        </Button>
      }
    >
      <div className="flex flex-col gap-4 pt-1">
        <p>
          Each lets you in once, where you do not have your device. Keep them in your password
          manager or on paper: they are not shown again, and older ones no longer work.
        </p>
        <ol
          aria-label="Recovery codes"
          className="grid select-all gap-x-6 gap-y-1 rounded-md border border-edge bg-paper px-3 py-2 font-mono sm:grid-cols-2"
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={text} verb="Copy all" />
          <Button onPress={() => save(text)}>
            <Download aria-hidden className="size-4" /> Save as a file
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
