// Which parts of a customer's text are links. Only plain http(s) addresses whose text is where they
// lead: no names or passwords before the host, no letters that look like others.

export type Piece = { text: string; href?: string };

const candidate = /\bhttps?:\/\/[^\s<>"'`{}|\\^]+/gi;
const pairs: Record<string, string> = { ')': '(', ']': '[' };

/** "(see https://a.test/b)." ends before what belongs to the sentence around it. */
function withoutSentence(url: string): string {
  for (;;) {
    const last = url.at(-1) ?? '';
    const opens = pairs[last];
    const isUnpaired = opens !== undefined && url.split(last).length > url.split(opens).length;
    if (!isUnpaired && !/[.,;:!?*_]/.test(last)) return url;
    url = url.slice(0, -1);
  }
}

function isPlain(url: string): boolean {
  if (/[^\x21-\x7e]/.test(url) || !URL.canParse(url)) return false;
  const { hostname, username, password, protocol } = new URL(url);
  const said = url
    .slice(protocol.length + 2)
    .split(/[/?#:]/, 1)[0]
    ?.toLowerCase();
  return !username && !password && hostname === said && hostname.includes('.');
}

/** The text in order and whole; joined again it is the same text. */
export function findsLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(candidate)) {
    const url = withoutSentence(match[0]);
    if (!isPlain(url)) continue;
    if (match.index > done) pieces.push({ text: text.slice(done, match.index) });
    pieces.push({ text: url, href: url });
    done = match.index + url.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return pieces;
}
