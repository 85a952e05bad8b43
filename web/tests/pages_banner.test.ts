// The banner in a real control panel: there within 5 s of publishing, gone 5 s after the end.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { desk, openBrowser, openPage } from './support/browser.ts';
import { HostPage } from './support/host_page.ts';
import { Server } from './support/server.ts';
import { type Named, StatusPage } from './support/status_page.ts';
import { until } from './support/until.ts';

const promised = { timeout: 5_000 };
const shownWithinMs = 10_000;

let server: Server;
let status: StatusPage;
let host: HostPage;
let browser: Browser;
let page: Page;
let faults: string[];
let uploads: string;

before(async () => {
  server = await Server.start('serve');
  status = new StatusPage(server);
  uploads = await status.service('Uploads');
  host = await HostPage.start();
  browser = await openBrowser();
});

/** What the last test said is over, also for those who look. */
async function quiet() {
  const banners = async () => {
    const answer = await fetch(`${server.url}/banner.json`);
    return ((await answer.json()) as { banners: unknown[] }).banners;
  };
  await until('all to be well', async () => (await banners()).length === 0, shownWithinMs);
}

beforeEach(async () => {
  await quiet();
  const context = await browser.newContext({ viewport: desk, timezoneId: 'Asia/Kolkata' });
  ({ page, faults } = await openPage(context));
});

afterEach(async () => {
  await page.context().close();
});

after(async () => {
  await browser?.close();
  await host?.end();
  await server?.end();
});

/** The panel with the banner of a status page; answers the first news. */
async function openPanel({ attributes = '', body = '<h1>Panel</h1>', from = server.url } = {}) {
  host.shows(`${body}<script src="${from}/banner.js" async ${attributes}></script>`, from);
  const looked = page.waitForResponse((answer) => answer.url().endsWith('/banner.json'));
  await page.goto(host.url);
  return looked;
}

const banner = () => page.getByRole('status').locator('p');

test('it is there within 5 s of publishing and gone 5 s after the end', async () => {
  await openPanel();
  assert.equal(await banner().count(), 0);
  const incident = await status.publish('Uploads fail', uploads);
  await banner().waitFor(promised);
  const text = (await banner().textContent()) ?? '';
  assert.match(text, /^Down: Uploads fail When it will work is not known yet. Next word by /);
  assert.match(text, /GMT\+5:30\.$/, 'moments are in the reader’s zone');
  const link = banner().getByRole('link', { name: 'Uploads fail' });
  assert.match((await link.getAttribute('href')) ?? '', /\/incidents\/[a-z2-7]{12}$/);
  await status.resolve(incident);
  await banner().waitFor({ state: 'detached', ...promised });
  assert.deepEqual(faults, []);
});

test('what nobody changed is asked for again without being sent again', async () => {
  const incident = await status.publish('Uploads fail', uploads);
  await openPanel();
  await banner().waitFor(promised);
  const again = await page.waitForResponse((answer) => answer.url().endsWith('/banner.json'));
  const { responseBodySize } = await again.request().sizes();
  assert.equal(responseBodySize, 0);
  await status.resolve(incident);
});

test('markup in a title is text', async () => {
  const title = '<img src=x onerror="document.title=1"><b>&amp; {2026}';
  const incident = await status.publish(title, uploads);
  await openPanel();
  await banner().waitFor(promised);
  assert.equal(await banner().getByRole('link').textContent(), title);
  assert.equal(await banner().locator('img, b').count(), 0);
  assert.equal(await page.title(), 'Panel');
  await status.resolve(incident);
  assert.deepEqual(faults, []);
});

test('it follows the page in dark and light, speaks its language and stands in its place', async () => {
  const incident = await status.publish('Uploads fail', uploads);
  await openPanel({
    attributes: 'data-language="de"',
    body: '<h1>Panel</h1><div id="place" data-status-banner></div>',
  });
  await banner().waitFor(promised);
  assert.match((await banner().textContent()) ?? '', /^Ausgefallen: /);
  assert.equal(await page.locator('#place').getByRole('status').count(), 1);
  const ground = () => banner().evaluate((line) => getComputedStyle(line).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  assert.equal(await ground(), 'rgb(253, 236, 235)');
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal(await ground(), 'rgb(54, 26, 25)');
  await status.resolve(incident);
  assert.deepEqual(faults, []);
});

test('work that starts within a day is shown, and taken back at once', async () => {
  await openPanel();
  const window = await status.plan('New disks', uploads, 12, 13);
  await banner().waitFor(promised);
  assert.match((await banner().textContent()) ?? '', /^Planned maintenance: New disks /);
  await server.api('POST', `/windows/${window.id}/cancel`, { text: 'Not now.', notify: false });
  await banner().waitFor({ state: 'detached', ...promised });
});

test('on a partner’s panel it comes from his host and carries his name', async () => {
  const lens = 'status.lens.localhost';
  await server.api('POST', '/brands', {
    name: 'Lens',
    host: lens,
    mail_from: 'help@lens.example',
  });
  const from = server.url.replace('127.0.0.1', lens);
  const toHim = { headers: { host: lens } };
  await until('his page to be there', async () => {
    const answer = await page.request.get(`${server.url}/banner.json`, toHim);
    return ((await answer.json()) as { brand: string }).brand === 'Lens';
  });
  const incident = await status.publish('Uploads fail', uploads);
  const news = await openPanel({ from });
  await banner().waitFor(promised);
  const said = (await news.json()) as { brand: string; page: string };
  assert.equal(said.brand, 'Lens');
  assert.match(said.page, /status\.lens\.localhost/);
  assert.match((await banner().getByRole('link').getAttribute('href')) ?? '', /status\.lens\./);
  await status.resolve(incident);
  await banner().waitFor({ state: 'detached', ...promised });
  assert.deepEqual(faults, []);
});

test('a private one shows only to whom it concerns, and not after its address was changed', async () => {
  const archive = await status.service('Archive', { is_public: false });
  const plan = await server.api<Named>('POST', '/plans', { name: 'Pro' });
  const account = await server.api<Named>('POST', '/accounts', {
    name: 'Ada & Co',
    plan: plan.id,
    services: [archive],
  });
  const renew = async () => {
    const path = `/accounts/${account.id}/page-link/renew`;
    const { banner: address } = await server.api<{ banner: string }>('POST', path);
    return address.match(/\/p\/([^/]+)\//)?.[1];
  };
  const token = await renew();
  await until('their page to be there', async () =>
    (await page.request.get(`${server.url}/p/${token}/banner.json`)).ok(),
  );
  const incident = await status.publish('The archive is closed', archive);
  await openPanel({ attributes: `data-token="${token}"` });
  await banner().waitFor(promised);
  assert.match((await banner().textContent()) ?? '', /The archive is closed/);
  const everybodys = await page.request.get(`${server.url}/banner.json`);
  assert.deepEqual(((await everybodys.json()) as { banners: unknown[] }).banners, []);
  await renew();
  await banner().waitFor({ state: 'detached', ...promised });
  await status.resolve(incident);
});

test('it stays while the server is away, and looks again when it is back', async () => {
  const incident = await status.publish('Uploads fail', uploads);
  await openPanel();
  await banner().waitFor(promised);
  await server.stop();
  await page.waitForEvent('requestfailed');
  assert.equal(await banner().count(), 1);
  await server.start();
  await status.resolve(incident);
  await banner().waitFor({ state: 'detached', timeout: 20_000 });
});
