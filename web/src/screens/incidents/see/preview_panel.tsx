// One preview, in the look of what will be read.
import { type ReactNode, useState } from 'react';
import { languageName } from '@/app/places';
import { CopyBlock } from '@/design/copy';
import { Choice } from '@/design/field';
import { Mark } from '@/design/tone';
import { PreviewFrame } from './preview_frame';
import { mediumNames, smsWords } from './preview_words';
import type { Preview } from './see';

type Look = 'light' | 'dark' | 'text';

const looks = [
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
  { id: 'text', name: 'As text' },
] as const;

export function PreviewPanel({ preview }: { preview: Preview }) {
  switch (preview.channel) {
    case 'mail':
      return <Mail preview={preview} />;
    case 'sms':
      return <Sms preview={preview} />;
    case 'push':
    case 'inbox':
      return <Card preview={preview} />;
    case 'copy':
      return <Copy preview={preview} />;
    case 'webhook':
    case 'calendar':
      return <Source preview={preview}>{preview.text}</Source>;
  }
}

function Mail({ preview }: { preview: Preview }) {
  const [look, setLook] = useState<Look>('light');
  const { subject, text, html, language } = preview;
  return (
    <>
      {html !== null && (
        <Choice label="Look" hideLabel options={looks} value={look} onChange={setLook} />
      )}
      {subject && (
        <p className="font-semibold" dir="auto" lang={language}>
          {subject}
        </p>
      )}
      {html === null || look === 'text' ? (
        <Source preview={preview}>{text}</Source>
      ) : (
        <PreviewFrame html={html} scheme={look} title={subject} />
      )}
    </>
  );
}

function Sms({ preview }: { preview: Preview }) {
  const { text, language, parts } = preview;
  const length = smsWords(preview);
  return (
    <>
      <p
        className="max-w-sm whitespace-pre-wrap wrap-anywhere rounded-2xl border border-line bg-paper px-4 py-2.5"
        dir="auto"
        lang={language}
      >
        {text}
      </p>
      {parts > 1 ? (
        <Mark tone="warn">{length}: each part is paid.</Mark>
      ) : (
        <p className="text-sm text-soft">{length}</p>
      )}
    </>
  );
}

/** As a browser or the portal shows it. */
function Card({ preview: { subject, text, link, language } }: { preview: Preview }) {
  return (
    <div
      className="max-w-md rounded-lg border border-line bg-paper px-4 py-3"
      dir="auto"
      lang={language}
    >
      <p className="font-semibold">{subject}</p>
      <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
      {link && <p className="mt-1 break-all text-sm text-soft">{link}</p>}
    </div>
  );
}

function Copy({ preview: { text, language } }: { preview: Preview }) {
  return (
    <>
      <p className="text-soft">
        Short enough for a chat, and without our name: a partner can use it as it is.
      </p>
      <div>
        <CopyBlock text={text} language={language} />
      </div>
    </>
  );
}

/** What is read by a program, or as plain text: as it is. */
function Source({
  preview: { channel, language },
  children,
}: {
  preview: Preview;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={`${mediumNames[channel]} as text, ${languageName(language)}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className="max-h-[50vh] overflow-y-auto rounded-md border border-line bg-paper px-3 py-2 font-mono text-sm"
    >
      <pre className="whitespace-pre-wrap break-words" dir="auto" lang={language}>
        {children}
      </pre>
    </section>
  );
}
