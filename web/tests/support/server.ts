// The real binary, started as an operator starts it: own folder, own ports, mail into a Maildir.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

const readyWithinMs = 15_000;
const stopsWithinMs = 10_000;

export function binary(): string {
  const path = process.env.TELLFIRST_BINARY;
  if (!path) throw new Error('TELLFIRST_BINARY names no program (script/build makes it)');
  return path;
}

// Below what the kernel gives to outgoing connections (32768 and up), so that a port that is free
// now is not taken by somebody's client a moment later.
const lowestPort = 20_000;
const manyPorts = 12_000;

// Tests run beside each other, and a port is taken only some time after it was given: who holds the
// UDP port of the same number has it (tests/scenarios/support/ports.py goes by the same).
async function take(port: number): Promise<boolean> {
  const mark = createSocket('udp4');
  mark.unref();
  const isMine = await new Promise<boolean>((resolve) => {
    mark.once('error', () => resolve(false));
    mark.bind(port, '127.0.0.1', () => resolve(true));
  });
  if (!isMine) mark.close();
  return isMine;
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = lowestPort + Math.floor(Math.random() * manyPorts);
    if (!(await take(port))) continue;
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

export class Server {
  readonly folder = mkdtempSync(join(tmpdir(), 'tellfirst-console-'));
  readonly data = join(this.folder, 'data');
  readonly mails = join(this.folder, 'maildir');
  readonly url: string;
  readonly lmtpPort: number;
  readonly #clock: string;
  readonly #arguments: string[];
  #process: ChildProcess | undefined;
  #said = '';
  #token: string | undefined;

  private constructor(command: 'serve' | 'demo', ports: [number, number, number], more: string[]) {
    const [http, lmtp, clock] = ports;
    this.url = `http://127.0.0.1:${http}`;
    this.lmtpPort = lmtp;
    this.#clock = `http://127.0.0.1:${clock}`;
    this.#arguments = [
      command,
      ...['--data', this.data, '--http', `127.0.0.1:${http}`, '--lmtp', `127.0.0.1:${lmtp}`],
      // The demo has a Maildir and a domain of its own.
      ...(command === 'serve'
        ? [
            ...['--relay', `maildir:${this.mails}`, '--domain', 'help.example.test'],
            ...['--test-clock', `127.0.0.1:${clock}`],
          ]
        : []),
      ...more,
    ];
  }

  static async start(command: 'serve' | 'demo', more: string[] = []): Promise<Server> {
    const ports: [number, number, number] = [await freePort(), await freePort(), await freePort()];
    const server = new Server(command, ports, more);
    await server.start();
    return server;
  }

  async start() {
    const child = spawn(binary(), this.#arguments, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.#said += chunk.toString();
      });
    this.#process = child;
    await until(
      'the server to be ready',
      async () => {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`the server ended:\n${this.#said}`);
        const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
        return answer?.ok;
      },
      readyWithinMs,
    );
  }

  async stop() {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), stopsWithinMs);
    await ended;
    clearTimeout(patience);
  }

  async end() {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The newest one-time link that it printed. */
  async link(): Promise<string> {
    return until('a sign-in link', async () => this.#said.match(/\/sign-in\/\S+/g)?.at(-1));
  }

  /** A call of the API with an owner's token; answers the body. */
  async api<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    this.#token ??= this.#makeToken();
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** Time goes on; answers after everything that became due has run. */
  async advance(seconds: number) {
    const answer = await fetch(`${this.#clock}/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance_s: seconds }),
    });
    if (!answer.ok) throw new Error(`the clock: ${answer.status} ${await answer.text()}`);
  }

  /** The server's clock, in milliseconds. */
  async now(): Promise<number> {
    const answer = await fetch(`${this.#clock}/clock`);
    return Date.parse(((await answer.json()) as { now: string }).now);
  }

  /** Mails that left, as they were written. */
  mail(): string[] {
    try {
      const folder = join(this.mails, 'new');
      return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    } catch {
      return []; // none yet
    }
  }

  #makeToken(): string {
    const made = spawnSync(
      binary(),
      ['token', 'create', '--data', this.data, '--role', 'owner', '--name', 'browser test'],
      { encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(made.stderr);
    return made.stdout.trim();
  }
}
