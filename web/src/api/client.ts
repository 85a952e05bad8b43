// One client for the whole API; its types come from the server's own OpenAPI document.

import type { paths } from '@server/schema';
import createClient from 'openapi-fetch';
import { failureOf, Unreachable } from './problem';

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'same-origin',
});

type Answer<T> = { data?: T | undefined; error?: unknown; response: Response };

/** The body of an answer; throws Refused or Unreachable. */
export async function ask<T>(request: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable();
  }
  if (!answer.response.ok) throw failureOf(answer.response.status, answer.error);
  return answer.data as T;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a route answers: `Gives<'/api/v1/tickets/{id}'>`. */
export type Gives<P extends keyof paths, M extends Method = 'get'> = paths[P] extends {
  [key in M]: { responses: infer R };
}
  ? R extends { 200: { content: { 'application/json': infer T } } }
    ? T
    : R extends { 201: { content: { 'application/json': infer T } } }
      ? T
      : never
  : never;

/** What a route takes. */
export type Takes<P extends keyof paths, M extends Method = 'post'> = paths[P] extends {
  [key in M]: { requestBody?: { content: { 'application/json': infer T } } };
}
  ? T
  : never;

/** One row of a list. */
export type Row<P extends keyof paths> = Gives<P> extends { items: (infer T)[] } ? T : never;
