// What an agent writes survives a reload, a server that is away and a session that ends; a lost
// connection is seen and heals by itself.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { desk, openBrowser, openPage } from './support/browser.ts';
import { deliver } from './support/lmtp.ts';
import { becomeOwner, signIn } from './support/owner.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];

const ask = (subject: string) =>
  deliver(server.lmtpPort, {
    from: 'ada@customer.example',
    name: 'Ada',
    to: 'help@help.example.test',
    subject,
    text: `${subject} does not work.`,
  });

before(async () => {
  server = await Server.start('serve');
  browser = await openBrowser();
  context = await browser.newContext({ baseURL: server.url, viewport: desk });
  ({ page, faults } = await openPage(context));
  await becomeOwner(page, server);
  await ask('My gallery');
  await page.getByRole('row', { name: /My gallery/ }).click();
});

after(async () => {
  await browser?.close();
  await server?.end();
});

const text = () => page.getByRole('region', { name: 'Reply' }).getByRole('textbox');
const lost = () => page.getByText('The connection is lost.');

test('a lost connection shows, and heals with all that was missed', async () => {
  await text().fill('Dear Ada,');
  await server.stop();
  await lost().waitFor();
  await text().fill('Dear Ada, please wait.');
  await server.start();
  await lost().waitFor({ state: 'hidden' });
  await ask('My shop');
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await page.getByRole('row', { name: /My shop/ }).waitFor();
});

test('a draft is there again after a reload', async () => {
  await page.getByRole('row', { name: /My gallery/ }).click();
  await until('the draft', async () => (await text().inputValue()) === 'Dear Ada, please wait.');
  await page.reload();
  await until('the draft', async () => (await text().inputValue()) === 'Dear Ada, please wait.');
});

test('an answer that cannot be sent is kept, and says why', async () => {
  await server.stop();
  await page.getByRole('button', { name: 'Send and wait' }).click();
  await page
    .getByText(/cannot be reached/)
    .first()
    .waitFor();
  assert.equal(await text().inputValue(), 'Dear Ada, please wait.');
  await server.start();
  await lost().waitFor({ state: 'hidden' });
});

test('a session that ends leads back to where one was, with the draft', async () => {
  const ticket = page.url();
  await context.clearCookies();
  await page.reload();
  await signIn(page);
  await until('the ticket again', async () => page.url() === ticket);
  await until('the draft', async () => (await text().inputValue()) === 'Dear Ada, please wait.');
  assert.deepEqual(faults, []);
});

test('two tabs share one event stream, and the second goes on when the first is closed', async () => {
  const second = await context.newPage();
  let streams = 0;
  second.on('request', (request) => {
    if (request.url().endsWith('/api/v1/events')) streams += 1;
  });
  await second.goto('/console/inbox');
  await ask('My prints');
  await second.getByRole('row', { name: /My prints/ }).waitFor();
  assert.equal(streams, 0);
  await page.close();
  await until('a stream of its own', async () => streams === 1);
  await ask('My frames');
  await second.getByRole('row', { name: /My frames/ }).waitFor();
});
