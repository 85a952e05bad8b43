// From the banner to being told: two clicks and a mail; then what he hears, chosen by the
// link of his mails alone.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axe, desk, looks, openBrowser, openPage, overflow } from './support/browser.ts';
import { HostPage } from './support/host_page.ts';
import { Server } from './support/server.ts';
import { type Named, StatusPage } from './support/status_page.ts';
import { until } from './support/until.ts';

let server: Server;
let status: StatusPage;
let host: HostPage;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];
let incident: Named;

before(async () => {
  server = await Server.start('serve');
  status = new StatusPage(server);
  incident = await status.publish('Uploads fail', await status.service('Uploads'));
  host = await HostPage.start();
  browser = await openBrowser();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: desk, timezoneId: 'Europe/Berlin' });
  ({ page, faults } = await openPage(context));
});

afterEach(async () => {
  await context.close();
});

after(async () => {
  await browser?.close();
  await host?.end();
  await server?.end();
});

/** The link to confirm in the mail to this address. */
async function mailedLink(address: string, below: 'confirm' | 'mine' = 'confirm'): Promise<string> {
  const path = await until('the mail', async () => {
    const links = server
      .mail()
      .filter((mail) => mail.includes(`To: ${address}`))
      .flatMap((mail) => mail.replace(/=\r?\n/g, '').match(/\/(confirm|mine)\/[\w-]+/)?.[0] ?? [])
      .filter((link) => link.startsWith(`/${below}/`));
    assert.ok(links.length < 2, 'one mail and no other');
    return links[0];
  });
  return server.url + path;
}

const box = (name: string) => page.getByRole('checkbox', { name, exact: true });

async function openPanel(attributes = '') {
  host.shows(
    `<h1>Panel</h1><script src="${server.url}/banner.js" async ${attributes}></script>`,
    server.url,
  );
  await page.goto(host.url);
  await page.getByRole('link', { name: 'Uploads fail' }).waitFor();
}

test('from the banner to confirmed in two clicks and one mail', async () => {
  await openPanel();
  await page.getByLabel('E-mail address').fill('eve@example.test');
  await page.getByRole('button', { name: 'Tell me by mail' }).click(); // the first
  await page.getByText('Look into your mailbox').waitFor();
  const link = await mailedLink('eve@example.test');
  await page.goto(link);
  await page.getByRole('button', { name: 'Yes, tell me' }).click(); // the second
  await page.getByRole('heading', { name: 'You will hear from us' }).waitFor();
  assert.deepEqual(faults, []);

  await page.getByRole('link', { name: 'Choose what you hear, how and when' }).click();
  for (const topic of ['Outages', 'The end of outages', 'Planned maintenance'])
    assert.ok(await box(`${topic}: Mail`).isChecked(), topic);
  assert.ok(!(await box('News: Mail').isChecked()));
  assert.equal(await page.getByLabel('Time zone').inputValue(), 'Europe/Berlin');
});

test('the banner asks for no address where it is told not to', async () => {
  const script = page.waitForResponse((answer) => answer.url().endsWith('/subscribe.js'));
  await openPanel('data-subscribe="off"');
  await script;
  await page.waitForLoadState('networkidle'); // the script has run
  assert.equal(await page.getByRole('button', { name: 'Tell me by mail' }).count(), 0);
});

test('without script one subscribes from the status page, and chooses by the link alone', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: desk });
  const reader = await plain.newPage();
  await reader.goto(`${server.url}/`);
  await reader.getByRole('link', { name: 'Get it by mail' }).click();
  await reader.getByLabel('E-mail address').fill('bob@example.test');
  await reader.getByRole('checkbox', { name: 'News' }).check();
  await reader.getByRole('button', { name: 'Subscribe' }).click();
  await reader.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
  await reader.goto(await mailedLink('bob@example.test'));
  await reader.getByRole('button', { name: 'Yes, tell me' }).click();
  await reader.getByRole('link', { name: 'Choose what you hear, how and when' }).click();

  await reader.getByRole('checkbox', { name: 'Planned maintenance: Mail' }).uncheck();
  await reader.getByLabel('Quiet from').fill('22:00');
  await reader.getByLabel('Until').fill('07:00');
  await reader.getByRole('button', { name: 'Save' }).click();
  await reader.getByText('Saved. It holds from now on.').waitFor();
  assert.ok(
    !(await reader.getByRole('checkbox', { name: 'Planned maintenance: Mail' }).isChecked()),
  );
  assert.equal(await reader.getByLabel('Quiet from').inputValue(), '22:00');
  const own = reader.url().replace(/#.*/, '');

  await reader.getByRole('button', { name: 'Mail me a link that erases me' }).click();
  await reader.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
  await reader.goto(await mailedLink('bob@example.test', 'mine'));
  await reader.getByRole('button', { name: 'Yes, erase me' }).click();
  await reader.getByRole('heading', { name: 'You are erased' }).waitFor();
  assert.equal((await reader.goto(own))?.status(), 404);
  await plain.close();
});

test('the form and the page of choices are readable and fit, in every look', async () => {
  await page.goto(`${server.url}/subscribe`);
  await page.getByLabel('E-mail address').fill('zoe@example.test');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await page.goto(await mailedLink('zoe@example.test'));
  await page.getByRole('button', { name: 'Yes, tell me' }).click();
  await page.getByRole('link', { name: 'Choose what you hear, how and when' }).click();
  const own = page.url();
  for (const look of looks) {
    await page.setViewportSize(look.viewport);
    await page.emulateMedia({ colorScheme: look.colorScheme, forcedColors: look.forcedColors });
    for (const address of [`${server.url}/subscribe`, own]) {
      await page.goto(address);
      assert.equal(await overflow(page), 0, `${look.name}: ${address}`);
      assert.deepEqual(await axe(page), [], `${look.name}: ${address}`);
    }
  }
});

test('the end of all: what is wrong no more asks for no address', async () => {
  await openPanel();
  await status.resolve(incident);
  await page.getByRole('link', { name: 'Uploads fail' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Tell me by mail' }).waitFor({ state: 'hidden' });
});
