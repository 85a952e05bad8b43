// A page of somebody else's, as a customer's control panel would be: on a host of its own, and with
// a policy that lets it load nothing but itself and what it names.
import { createServer, type Server as HttpServer } from 'node:http';

export class HostPage {
  readonly #server: HttpServer;
  #body = '';
  #scripts = '';

  private constructor() {
    this.#server = createServer((_, answer) => {
      answer.setHeader('content-type', 'text/html; charset=utf-8');
      answer.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src ${this.#scripts}; connect-src ${this.#scripts}; img-src ${this.#scripts}`,
      );
      answer.end(
        `<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><title>Panel</title>${this.#body}`,
      );
    });
  }

  static async start(): Promise<HostPage> {
    const page = new HostPage();
    await new Promise<void>((resolve) => page.#server.listen(0, '127.0.0.1', resolve));
    return page;
  }

  /** What it shows from now on, and from where it may load scripts and news. */
  shows(body: string, scripts: string) {
    this.#body = body;
    this.#scripts = scripts;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('it does not listen');
    return `http://127.0.0.1:${address.port}/`;
  }

  async end() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
