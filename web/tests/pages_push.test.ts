// What a browser is told is sealed for it alone, proves that it is ours, and is shown by our service
// worker. Chromium's own push service is out of reach here: one of ours stands in for it, and hands
// the message to the worker as the browser would have.
import assert from 'node:assert/strict';
import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server as Service } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import ece from 'http_ece';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { enterPortal } from './support/portal.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

type Heard = { headers: IncomingHttpHeaders; body: Buffer };
type Account = { contacts: { id: string }[] };
type TriedOut = { accepted: boolean; says: string };

const keys = createECDH('prime256v1');
keys.generateKeys();
const auth = randomBytes(16).toString('base64url');

let service: Service;
let endpoint: string;
let answer = 201;
const heard: Heard[] = [];
let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let contact: string;

before(async () => {
  service = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(parts) });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const place = `127.0.0.1:${(service.address() as AddressInfo).port}`;
  endpoint = `http://${place}/browser/1`;
  server = await Server.start('serve', ['--outgoing-allow', place]);
  const plan = await server.api<{ id: string }>('POST', '/plans', { name: 'Pro' });
  const account = await server.api<Account>('POST', '/accounts', {
    name: 'Ada & Co',
    plan: plan.id,
    contacts: [{ name: 'Ada', email: 'ada@example.test' }],
  });
  contact = account.contacts[0]?.id ?? '';
  browser = await openBrowser();
  context = await browser.newContext({ baseURL: server.url, permissions: ['notifications'] });
  await enterPortal(context, server);
});

after(async () => {
  await browser?.close();
  await server?.end();
  service?.close();
});

const tell = () => server.api<TriedOut>('POST', '/channels/push/test', { to: contact });

/** As the switch does it, for a browser whose keys we know. */
const subscribe = () =>
  page.evaluate(
    async (wish) => {
      const reply = await fetch('/portal-api/push', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(wish),
      });
      return reply.status;
    },
    { endpoint, keys: { p256dh: keys.getPublicKey('base64url'), auth } },
  );

/** The claims of a header that this key signed (RFC 8292). */
function proven(authorization: string, ourKey: string) {
  const [, token = '', key = ''] = authorization.match(/^vapid t=(\S+), k=(\S+)$/) ?? [];
  assert.equal(key, ourKey);
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((n) => n.toString('base64url'));
  const [head = '', claims = '', signature = ''] = token.split('.');
  const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' };
  assert.ok(
    verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    ),
  );
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number };
}

test('the portal offers its switch, and runs nothing that its policy forbids', async () => {
  const opened = await openPage(context);
  page = opened.page;
  await page.goto('/portal');
  await page.getByRole('button', { name: 'Tell this browser' }).waitFor();
  assert.deepEqual(opened.faults, []);
});

test('a browser is told what only it can read, with the proof that it is ours', async () => {
  assert.equal(await subscribe(), 204);
  assert.deepEqual(await tell(), { accepted: true, says: '201 Created' });
  const { headers, body } = await until('a message', async () => heard.shift());
  const { key } = (await (await fetch(`${server.url}/push/key`)).json()) as { key: string };
  const claims = proven(headers.authorization ?? '', key);
  assert.equal(claims.aud, new URL(endpoint).origin);
  assert.ok(claims.exp > Date.now() / 1000 && claims.exp < Date.now() / 1000 + 86_400);
  const text = ece.decrypt(body, { version: 'aes128gcm', privateKey: keys, authSecret: auth });
  assert.deepEqual(JSON.parse(text.toString()), {
    title: 'A test',
    body: 'What we announce reaches this browser.',
    url: `${server.url}/portal`,
    tag: 'test',
  });
});

test('the service worker shows it', async () => {
  const cdp = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  const message = { title: 'Uploads', body: 'Uploads: down.', url: '/portal', tag: 'inc_1' };
  await cdp.send('ServiceWorker.deliverPushMessage', {
    origin: server.url,
    registrationId: await registered,
    data: JSON.stringify(message),
  });
  const shown = await until('a notification', () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/portal/');
      const [one] = (await registration?.getNotifications()) ?? [];
      return one && { title: one.title, body: one.body, url: one.data.url, tag: one.tag };
    }),
  );
  assert.deepEqual(shown, message);
});

test('a browser that its service no longer knows is not told again', async () => {
  answer = 410;
  assert.equal((await tell()).accepted, false);
  answer = 201;
  assert.deepEqual(await tell(), {
    accepted: false,
    says: 'none of his browsers asks to be told',
  });
});
