// A text to hand on leaves the portal with one click, also where the browser has no clipboard
// for us; without a script a click marks all of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { enterPortal } from './support/portal.ts';
import { Server } from './support/server.ts';
import type { Named } from './support/status_page.ts';

let server: Server;
let browser: Browser;
let context: BrowserContext;
let path: string;

before(async () => {
  server = await Server.start('serve');
  const service = await server.api<Named>('POST', '/services', { name: 'Uploads' });
  const plan = await server.api<Named>('POST', '/plans', { name: 'Pro' });
  await server.api('POST', '/accounts', {
    name: 'Ada & Co',
    plan: plan.id,
    contacts: [{ name: 'Ada', email: 'ada@customer.example' }],
  });
  const incident = await server.api<Named>('POST', '/incidents', {
    title: 'Uploads fail',
    services: [{ service: service.id, state: 'major' }],
    text: 'We are looking.',
    eta: { within: '2h' },
    undo_s: 0,
  });
  path = `/portal/incidents/${incident.id.slice('inc_'.length)}`;
  browser = await openBrowser();
  context = await browser.newContext({
    baseURL: server.url,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await enterPortal(context, server);
});

after(async () => {
  await browser?.close();
  await server?.end();
});

const pasted = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function copies(page: Page) {
  const text = (await page.locator('#to-copy').textContent()) ?? '';
  assert.match(text, /^Uploads: /);
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('status').getByText('Copied').waitFor();
  return text;
}

test('one click copies all of it, and says so', async () => {
  const { page, faults } = await openPage(context);
  await page.goto(path);
  assert.equal(await copies(page), await pasted(page));
  assert.deepEqual(faults, []);
  await page.close();
});

test('without a clipboard of its own the page copies as a hand would', async () => {
  const { page } = await openPage(context);
  await page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: () => Promise.reject(new Error('not allowed')),
    });
  });
  await page.goto(path);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  const text = await copies(page);
  assert.equal(await page.evaluate(() => getSelection()?.toString()), text);
  await page.close();
});

test('without a script there is no button, and the text stands there to be marked', async () => {
  const plain = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const page = await plain.newPage();
  await page.goto(path);
  await page.locator('#to-copy').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Copy' }).count(), 0);
  await page.locator('#to-copy').click();
  assert.equal(
    await page.locator('#to-copy').evaluate((text) => getComputedStyle(text).userSelect),
    'all',
  );
  await plain.close();
});
