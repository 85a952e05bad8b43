// All that customers look at, in light, dark, forced colours, at 320 px and on paper: axe finds
// nothing, nothing has to be scrolled sideways, one heading says what it is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axe, looks, openBrowser, openPage, overflow } from './support/browser.ts';
import { enterPortal } from './support/portal.ts';
import { Server } from './support/server.ts';
import { letters, type Named, StatusPage } from './support/status_page.ts';

/** A page with all that belongs to it, as it goes over the wire. */
const mostBytes = 30_000;
const unbroken = 'Donaudampfschiff'.repeat(6);

let browser: Browser;
let demo: Server;
let fresh: Server;
let customer: BrowserContext;
let addresses: string[];

const first = async (list: string) =>
  (await demo.api<{ items: Named[] }>('GET', `${list}limit=1`)).items[0]?.id ?? '';

/** What people write may be long, and without a place to break it. */
async function publishUnbroken(): Promise<string> {
  const service = await demo.api<Named>('POST', '/services', {
    name: unbroken,
    description: unbroken,
  });
  const touched = { service: service.id, state: 'degraded', failing_percent: 12.5 };
  const incident = await demo.api<Named>('POST', '/incidents', {
    title: unbroken.repeat(2),
    services: [{ ...touched, symptom: unbroken }],
    text: `${unbroken.repeat(5)} [${unbroken}](https://example.com/${unbroken})`,
    next_word_at: new Date(Date.now() + 3_600_000).toISOString(),
    workaround: { text: unbroken.repeat(3), url: 'https://example.com/' },
    notify: false,
  });
  return incident.id;
}

before(async () => {
  browser = await openBrowser();
  [demo, fresh] = await Promise.all([Server.start('demo'), Server.start('serve')]);
  const open = letters(await first('/incidents?open=true&'));
  const renew = `/accounts/${await first('/accounts?')}/page-link/renew`;
  const { url: own } = await demo.api<{ url: string }>('POST', renew);
  addresses = [
    '/',
    '/de/',
    `/incidents/${open}`,
    `/de/incidents/${open}`,
    `/incidents/${letters(await first('/incidents?open=false&'))}`,
    `/incidents/${letters(await publishUnbroken())}`,
    `/windows/${letters(await first('/windows?'))}`,
    `/issues/${letters(await first('/issues?open=true&'))}`,
    '/how-we-tell-you',
    '/summary',
    '/no-such-page',
    new URL(own).pathname,
    '/portal',
    `/portal/incidents/${open}`,
    // Nothing was ever said or planned here, and nothing is listed; nobody is signed in.
    `${fresh.url}/`,
    `${fresh.url}/summary`,
    `${fresh.url}/portal`,
  ];
  customer = await browser.newContext({ baseURL: demo.url });
  await enterPortal(customer, demo);
});

after(async () => {
  await browser?.close();
  await Promise.all([demo?.end(), fresh?.end()]);
});

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;

async function looksRight(page: Page) {
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  for (const { name, viewport, ...media } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia(media);
    // Colours change nothing of what the other rules look at.
    const isColours = media.colorScheme === 'dark' || media.forcedColors === 'active';
    assert.deepEqual(await axe(page, isColours ? ['color-contrast'] : undefined), [], name);
    assert.ok((await overflow(page)) <= 0, `wider than the window in ${name}`);
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'dark', forcedColors: 'none' });
  assert.deepEqual(await axe(page, ['color-contrast']), [], 'on paper');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(ground, 'rgb(255, 255, 255)', 'paper is white, also for those who read in the dark');
  assert.equal(await page.getByRole('button').or(page.getByRole('navigation')).count(), 0);
}

test('every page is accessible, fits and can be printed', async (t) => {
  const { page, faults } = await openPage(customer);
  for (const address of addresses)
    await t.test(address.replace(fresh.url, 'fresh:'), async () => {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(address);
      await looksRight(page);
    });
  assert.deepEqual(faults, []);
});

test('without script all is there; nothing else is loaded, and it is small', async () => {
  const context = await browser.newContext({ baseURL: demo.url, javaScriptEnabled: false });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const answer = await page.goto('/');
  const sizes = await answer?.request().sizes();
  assert.ok(sizes && sizes.responseBodySize <= mostBytes, `${sizes?.responseBodySize} bytes`);
  assert.deepEqual(
    asked.filter((path) => path !== '/favicon.svg'),
    ['/'],
  );
  await page.getByText('All times are in UTC.').waitFor();
  const voice = page.getByRole('button', { name: 'I see it too' }).first();
  await voice.click();
  await page.getByText('Thank you. You are counted.').waitFor();
  await context.close();
});

test('a month is one sheet of paper, also one in which much went wrong', async () => {
  const status = new StatusPage(fresh);
  const services = await Promise.all(
    Array.from({ length: 14 }, (_, i) => status.service(`${unbroken} ${i}`)),
  );
  for (const service of services) await status.publish(unbroken.repeat(2), service);
  await fresh.advance(7_200);
  const month = (await status.hence(0)).slice(0, 7);
  const { page } = await openPage(customer);
  for (const path of ['/summary', '/de/summary']) {
    await page.goto(`${fresh.url}${path}?month=${month}`);
    assert.equal(await page.getByRole('row').count(), 5 + 12 + 10);
    assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true })), 1, path);
  }
});
