// News from the console: who will hear it is counted before, and it can be taken back for a moment.
// Who hears it finds all of it in the portal, too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { desk, openBrowser, openPage } from './support/browser.ts';
import { becomeOwner } from './support/owner.ts';
import { enterPortal } from './support/portal.ts';
import { Server } from './support/server.ts';
import type { Named } from './support/status_page.ts';

let server: Server;
let browser: Browser;
let page: Page;
let faults: string[];

before(async () => {
  server = await Server.start('serve');
  const plan = await server.api<Named>('POST', '/plans', { name: 'Pro' });
  for (const [name, topics] of [
    ['Ada', ['news']],
    ['Bob', []],
  ])
    await server.api('POST', '/accounts', {
      name,
      plan: plan.id,
      contacts: [{ name, email: `${name}@customer.example`.toLowerCase(), topics }],
    });
  browser = await openBrowser();
  ({ page, faults } = await openPage(
    await browser.newContext({ baseURL: server.url, viewport: desk }),
  ));
  await becomeOwner(page, server);
});

after(async () => {
  await browser?.close();
  await server?.end();
});

test('news is written in two languages, counted, told and taken back', async () => {
  await page.goto('/console/news');
  await page.getByText('No news yet').waitFor();
  await page.getByRole('button', { name: 'Tell news' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tell news' });
  await dialog.getByText('1 of 2 contacts will be told by mail.').waitFor();
  await dialog.getByRole('button', { name: 'Tell', exact: true }).click();
  await dialog.getByText('Say in a line what is new.').waitFor();

  await dialog.getByLabel('Title in English').fill('Faster galleries');
  await dialog.getByLabel('Text in English').fill('They open at once.');
  await dialog.getByRole('button', { name: 'Add it in German' }).click();
  await dialog.getByLabel('Title in German').fill('Schnellere Galerien');
  await dialog.getByLabel('Text in German').fill('Sie gehen sofort auf.');
  await dialog.getByRole('button', { name: 'See what they read' }).click();
  const seen = page.getByRole('dialog', { name: 'What they read' });
  await seen.getByText('[news] Faster galleries').waitFor();
  await seen.getByRole('button', { name: 'Close' }).click();
  await dialog.getByRole('button', { name: 'Tell', exact: true }).click();

  await page.getByText('Faster galleries').waitFor();
  await page.getByText(/^1 leave in \d+ s$/).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back: 1 did not get this mail.').waitFor();
  const { items } = await server.api<{ items: { texts: { title: string }[] }[] }>('GET', '/news');
  assert.deepEqual(
    items.map(({ texts }) => texts.map(({ title }) => title)),
    [['Faster galleries', 'Schnellere Galerien']],
  );
  assert.deepEqual(faults, []);
});

test('news is read in the portal, where it leads nowhere else', async () => {
  await server.api('POST', '/news', {
    texts: [{ language: 'en', title: 'A calendar', text: 'It stands **beside** your galleries.' }],
    undo_s: 0,
  });
  const context = await browser.newContext({ baseURL: server.url, viewport: desk });
  await enterPortal(context, server);
  const reader = await context.newPage();
  await reader.goto('/portal/inbox');
  const news = reader.getByRole('listitem').filter({ hasText: 'A calendar' });
  assert.equal(await news.locator('strong').textContent(), 'beside');
  assert.equal(await news.getByRole('link').count(), 0);
  await context.close();
});
