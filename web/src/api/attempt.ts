// A request that must be done once: repeated after a lost connection it is the same request, with
// the same Idempotency-Key and body, so that nobody is told twice. A reload or another ticket in
// between makes no second request of it: it is kept in this tab's sessionStorage, which survives
// both and, unlike localStorage, leaves nothing behind when the tab is closed.
import { Refused, Unreachable } from './problem';

type Kept<B> = { draft: string; key: string; body: B };

const prefix = 'tellfirst.attempt.';
/** Where the browser keeps nothing for us, at least until a reload. */
const open = new Map<string, Kept<unknown>>();

function find<B>(name: string): Kept<B> | undefined {
  const here = open.get(name);
  if (here) return here as Kept<B>;
  try {
    const text = sessionStorage.getItem(prefix + name);
    return text === null ? undefined : (JSON.parse(text) as Kept<B>);
  } catch {
    return undefined;
  }
}

function keep(name: string, kept: Kept<unknown>) {
  open.set(name, kept);
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(kept));
  } catch {
    // full or forbidden
  }
}

/** What is sent under this name from now on is another request, even if it says the same. */
export function dropAttempt(name: string) {
  open.delete(name);
  try {
    sessionStorage.removeItem(prefix + name);
  } catch {
    // nothing was kept
  }
}

function newKey(): string {
  // randomUUID is not there where the console is opened without TLS.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/**
 * Silence and "nobody can say" (db.unknown) leave it open whether it was done; so does an answer to
 * whoever was not let in, which the server gives before it looks at the key.
 */
function isClear(error: unknown): boolean {
  if (error instanceof Unreachable) return false;
  if (!(error instanceof Refused)) return true;
  return error.status < 500 && ![401, 403, 429].includes(error.status);
}

export class Attempt<B> {
  readonly #name: string;

  /** `name` says whose draft it sends, and which. */
  constructor(name: string) {
    this.#name = name;
  }

  /**
   * Runs `send` with the key and body of this draft, as they were when no answer came. `draft` is
   * what its writer meant; what else goes along (what he had seen, when it was) is added by `bodyOf`.
   */
  async run<D, T>(
    draft: D,
    bodyOf: (draft: D) => B,
    send: (body: B, key: string) => Promise<T>,
  ): Promise<T> {
    const text = JSON.stringify(draft);
    let kept = find<B>(this.#name);
    if (kept?.draft !== text) {
      kept = { draft: text, key: newKey(), body: bodyOf(draft) };
      keep(this.#name, kept);
    }
    const { body, key } = kept;
    try {
      const answer = await send(body, key);
      this.#end(key);
      return answer;
    } catch (error) {
      if (isClear(error)) this.#end(key);
      throw error;
    }
  }

  #end(key: string) {
    // Not one that was begun meanwhile with another draft.
    if (find(this.#name)?.key === key) dropAttempt(this.#name);
  }
}
