// What customers and their programs look at: services, and what is said of them.
import type { Server } from './server.ts';

export type Named = { id: string };

const hourMs = 3_600_000;

export class StatusPage {
  readonly server: Server;

  constructor(server: Server) {
    this.server = server;
  }

  /** A moment of the server's clock, so many hours from now. */
  async hence(hours: number): Promise<string> {
    return new Date((await this.server.now()) + hours * hourMs).toISOString();
  }

  async service(name: string, more = {}): Promise<string> {
    return (await this.server.api<Named>('POST', '/services', { name, ...more })).id;
  }

  async publish(title: string, service: string, state = 'major'): Promise<Named> {
    return this.server.api('POST', '/incidents', {
      title,
      services: [{ service, state }],
      text: 'We are looking.',
      next_word_at: await this.hence(1),
      notify: false,
    });
  }

  async resolve(incident: Named) {
    await this.server.api('POST', `/incidents/${incident.id}/resolve`, {
      text: 'It works again.',
      notify: false,
    });
  }

  async plan(title: string, service: string, fromHours: number, toHours: number): Promise<Named> {
    return this.server.api('POST', '/windows', {
      title,
      services: [service],
      starts_at: await this.hence(fromHours),
      ends_at: await this.hence(toHours),
      text: 'New disks.',
      notify: false,
    });
  }
}

/** Without its prefix: what it is called in addresses and in the Statuspage dialect. */
export const letters = (id: string) => id.split('_')[1] ?? '';
