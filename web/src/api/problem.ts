// What can go wrong with a request: refused by the server, or the server was not reached.

type Detail = { field: string; code: string; detail: string };

const unknownCode = 'http.unknown';

/** problem+json (RFC 9457): `code` is stable, `message` is for people. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly Detail[];

  constructor(status: number, body: unknown) {
    const problem = (body ?? {}) as {
      code?: string;
      title?: string;
      detail?: string;
      errors?: Detail[];
    };
    super(problem.detail ?? problem.title ?? `The server answered with status ${status}.`);
    this.name = 'Refused';
    this.status = status;
    this.code = problem.code ?? unknownCode;
    this.fields = problem.errors ?? [];
  }

  /** What is wrong with this field, to stand beside it; `services` also finds `services[1].service`. */
  field(name: string): string | undefined {
    return this.fields.find(({ field }) => field === name || field.startsWith(`${name}[`))?.detail;
  }
}

export class Unreachable extends Error {
  constructor() {
    super('The server cannot be reached. What you wrote is kept; try again in a moment.');
    this.name = 'Unreachable';
  }
}

/** What an answer that is no success means; a proxy that speaks for a server that is away has no code. */
export function failureOf(status: number, body: unknown): Refused | Unreachable {
  const refused = new Refused(status, body);
  const isProxy = status >= 502 && status <= 504 && refused.code === unknownCode;
  return isProxy ? new Unreachable() : refused;
}

export function fieldError(error: Error | null, name: string): string | undefined {
  return error instanceof Refused ? error.field(name) : undefined;
}

/** What stands beside none of these fields, and so concerns the form as a whole. */
export function formError(error: Error | null, fields: readonly string[] = []): Error | null {
  return fields.some((name) => fieldError(error, name)) ? null : error;
}
