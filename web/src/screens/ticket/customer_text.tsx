import { findsLinks } from './finds_links';

/** Somebody's words as text: their line breaks, links that lead where they say, nothing else. */
export function CustomerText({ text, soft = false }: { text: string; soft?: boolean }) {
  return (
    <div
      dir="auto"
      className={`whitespace-pre-wrap break-words ${soft ? 'text-sm text-soft' : 'max-w-[75ch]'}`}
    >
      {findsLinks(text).map((piece, place) =>
        piece.href ? (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change its order
            key={place}
            href={piece.href}
            target="_blank"
            rel="noreferrer"
            className="text-link underline"
          >
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </div>
  );
}
