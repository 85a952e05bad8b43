// A mail that was not sent, in a frame that can neither run nor load anything. The console's own
// policy holds in it, which forbids styles that stand in the markup: they are put aside before it is
// read, and put on by hand after that.
import { type SyntheticEvent, useMemo } from 'react';

/** Styles where no browser looks for any: `dress` finds them there. */
const undressed = (html: string) =>
  html
    .replaceAll(' style="', ' data-style="')
    .replaceAll('<style>', '<template data-sheet>')
    .replaceAll('</style>', '</template>');

function dress({ currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>) {
  const page = frame.contentDocument;
  // The frame's own: a sheet of another document is refused.
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!page || !view) return;
  const sheets = page.querySelectorAll<HTMLTemplateElement>('[data-sheet]');
  page.adoptedStyleSheets = Array.from(sheets, ({ content }) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(content.textContent ?? '');
    return sheet;
  });
  for (const part of page.querySelectorAll<HTMLElement>('[data-style]'))
    part.style.cssText = part.dataset.style ?? '';
  frame.style.blockSize = `${page.documentElement.scrollHeight}px`;
}

export function PreviewFrame({
  html,
  scheme,
  title,
}: {
  html: string;
  /** What the mail's own prefers-color-scheme goes by. */
  scheme: 'light' | 'dark';
  title: string;
}) {
  const page = useMemo(() => undressed(html), [html]);
  return (
    <iframe
      key={scheme}
      title={`${title}, ${scheme}`}
      // Nothing in it may run; that it is of our origin lets us dress it.
      sandbox="allow-same-origin"
      srcDoc={page}
      onLoad={dress}
      style={{ colorScheme: scheme }}
      className="min-h-96 w-full rounded-md border border-line bg-card"
    />
  );
}
