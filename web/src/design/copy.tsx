// Text that leaves the console by the clipboard: an address, a link, a secret that is shown once.
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, IconButton } from './button';

const seenMs = 2_000;

/** Copies, and says for a moment whether it did: a browser may refuse. */
function useCopy(text: string): { copied: boolean; failed: boolean; copy: () => void } {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), seenMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  return {
    copied: outcome === 'copied',
    failed: outcome === 'failed',
    copy: () =>
      // Without a secure connection there is no clipboard at all.
      void (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
        () => setOutcome('copied'),
        () => setOutcome('failed'),
      ),
  };
}

function Announced({ copied, failed }: { copied: boolean; failed: boolean }) {
  return (
    <span role="status" className="sr-only">
      {copied && 'Copied'}
      {failed && 'The browser did not allow it. Select the text and copy it by hand.'}
    </span>
  );
}

/** Beside a value that people take elsewhere; `what` names it ("e-mail address of Ana Ruiz"). */
export function CopyIcon({ text, what }: { text: string; what: string }) {
  const { copied, failed, copy } = useCopy(text);
  const Icon = copied ? Check : Copy;
  return (
    <>
      <IconButton label={failed ? 'Not allowed: copy by hand' : `Copy ${what}`} onPress={copy}>
        <Icon aria-hidden className="size-4" />
      </IconButton>
      <Announced copied={copied} failed={failed} />
    </>
  );
}

export function CopyButton({ text, verb = 'Copy' }: { text: string; verb?: string }) {
  const { copied, failed, copy } = useCopy(text);
  const Icon = copied ? Check : Copy;
  return (
    <>
      <Button onPress={copy}>
        <Icon aria-hidden className="size-4" /> {failed ? 'Copy it by hand' : verb}
      </Button>
      <Announced copied={copied} failed={failed} />
    </>
  );
}

/** A text that is taken elsewhere: all of it selected by one click, or copied by the button. */
export function CopyBlock({ text, language }: { text: string; language: string }) {
  return (
    <>
      <p
        lang={language}
        dir="auto"
        className="select-all whitespace-pre-wrap rounded-md border border-line bg-paper px-3 py-2"
      >
        {text}
      </p>
      <div className="mt-2">
        <CopyButton text={text} />
      </div>
    </>
  );
}

/** A secret that nobody sees a second time: all of it in sight, selected by one click. */
export function ShownOnce({ label, text }: { label: string; text: string }) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="font-medium">{label}</div>
      <output
        aria-label={label}
        className="block select-all break-all rounded-md border border-edge bg-paper px-2.5 py-2 font-mono text-sm"
      >
        {text}
      </output>
      <div>
        <CopyButton text={text} />
      </div>
    </div>
  );
}
