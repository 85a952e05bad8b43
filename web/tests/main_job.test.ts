// The main job, as an agent does it in the console: something breaks, everybody affected hears it
// with a time, a customer asks, the promised word is late, all is well again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { desk, openBrowser, openPage } from './support/browser.ts';
import { deliver } from './support/lmtp.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

let server: Server;
let browser: Browser;
let page: Page;
let faults: string[];

async function furnish() {
  const plan = await server.api<{ id: string }>('POST', '/plans', { name: 'Pro' });
  const service = async (name: string) =>
    (await server.api<{ id: string }>('POST', '/services', { name })).id;
  const statistics = await service('Statistics');
  const uploads = await service('Uploads');
  const account = (name: string, services: string[], topics?: string[]) =>
    server.api('POST', '/accounts', {
      name: `${name} Ltd`,
      plan: plan.id,
      services,
      contacts: [
        { name, email: `${name.toLowerCase()}@customer.example`, ...(topics ? { topics } : {}) },
      ],
    });
  await account('Ada', [statistics]);
  await account('Ben', [statistics, uploads]);
  await account('Cleo', [uploads]);
  await account('Dora', [statistics], ['tickets']);
}

before(async () => {
  server = await Server.start('serve');
  await furnish();
  browser = await openBrowser();
  const context = await browser.newContext({ baseURL: server.url, viewport: desk });
  ({ page, faults } = await openPage(context));
});

after(async () => {
  await browser?.close();
  await server?.end();
});

test('the owner comes in by his one-time link', async () => {
  await page.goto(await server.link());
  await page.getByLabel(/name/i).fill('Olga Owner');
  await page.getByLabel(/mail/i).fill('olga@help.example.test');
  await page.getByLabel(/pass/i).fill('a long enough pass phrase');
  await page.getByRole('button').click();
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
});
