// A request that must be done once: repeated after a lost connection it is the same request, with
// the same Idempotency-Key and body, so that nobody is told twice.
import { useState } from 'react';
import { Refused, Unreachable } from './problem';

type Kept<B> = { draft: string; key: string; body: B };

function newKey(): string {
  // randomUUID is not there where the console is opened without TLS.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

export class Attempt<B> {
  #kept: Kept<B> | undefined;

  /** Runs `send` with the key and body of this draft, as they were when no answer came. */
  async run<D, T>(
    draft: D,
    bodyOf: (draft: D) => B,
    send: (body: B, key: string) => Promise<T>,
  ): Promise<T> {
    const text = JSON.stringify(draft);
    if (this.#kept?.draft !== text)
      this.#kept = { draft: text, key: newKey(), body: bodyOf(draft) };
    const { body, key } = this.#kept;
    try {
      const answer = await send(body, key);
      this.#kept = undefined;
      return answer;
    } catch (error) {
      // A clear answer ends the attempt; silence and "nobody can say" (db.unknown) do not.
      const isOpen =
        error instanceof Unreachable || (error instanceof Refused && error.status >= 500);
      if (!isOpen) this.#kept = undefined;
      throw error;
    }
  }
}

export function useAttempt<B>(): Attempt<B> {
  return useState(() => new Attempt<B>())[0];
}
