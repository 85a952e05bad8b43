// What a customer's program gets is signed so that the library that he uses for it believes it.
import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server as Receiver } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { Server } from './support/server.ts';
import { StatusPage } from './support/status_page.ts';
import { until } from './support/until.ts';

type Heard = { headers: IncomingHttpHeaders; body: string };
type Made = { id: string; secret: string };

let server: Server;
let status: StatusPage;
let receiver: Receiver;
let address: string;
let account: string;
let uploads: string;
const heard: Heard[] = [];

before(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const place = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  address = `http://${place}/hook`;
  server = await Server.start('serve', ['--outgoing-allow', place]);
  status = new StatusPage(server);
  uploads = await status.service('Uploads');
  const plan = await server.api<{ id: string }>('POST', '/plans', { name: 'Pro' });
  const made = await server.api<{ id: string }>('POST', '/accounts', {
    name: 'Ada & Co',
    plan: plan.id,
    contacts: [{ name: 'Ada', email: 'ada@example.test' }],
  });
  account = made.id;
});

after(async () => {
  await server?.end();
  receiver?.close();
});

const next = () => until('a post', async () => heard.shift());

/** Answers the payload, or throws as a receiver would refuse it. */
function verify(secret: string, post: Heard) {
  const headers = Object.fromEntries(
    Object.entries(post.headers).filter((entry): entry is [string, string] => !!entry[1]),
  );
  return new Webhook(secret).verify(post.body, headers) as { type: string; data: object };
}

const publish = async (title: string) =>
  server.api('POST', '/incidents', {
    title,
    services: [{ service: uploads, state: 'major' }],
    text: 'Störung – wir suchen. 🔥',
    next_word_at: await status.hence(1),
    undo_s: 0,
  });

test('the library believes the ping, every post, and both secrets while one is replaced', async () => {
  const webhooks = `/accounts/${account}/webhooks`;
  const made = await server.api<Made>('POST', webhooks, { url: address });
  const ping = await next();
  assert.equal(verify(made.secret, ping).type, 'ping');

  await publish('Uploads fail');
  const post = await next();
  const payload = verify(made.secret, post);
  assert.equal(payload.type, 'incident.investigating');
  assert.equal((payload.data as { text: string }).text, 'Störung – wir suchen. 🔥');

  const rotated = await server.api<Made>('POST', `${webhooks}/${made.id}/secret`);
  await publish('Galleries fail');
  const signedTwice = await next();
  for (const secret of [made.secret, rotated.secret]) verify(secret, signedTwice);

  const touched = { ...post, body: post.body.replace('Uploads', 'Statistics') };
  assert.throws(() => verify(made.secret, touched), WebhookVerificationError);
  assert.throws(() => verify(rotated.secret, post), WebhookVerificationError);
});
