// A day without a mouse: everything can be reached, what has the focus is seen, and no key is a trap.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { desk, loaded, looks, openBrowser, openPage } from './support/browser.ts';
import { signedIn, startDemo } from './support/demo.ts';
import { until } from './support/until.ts';

let browser: Browser;
let world: Awaited<ReturnType<typeof startDemo>>;
let context: BrowserContext;
let page: Page;
let faults: string[];

before(async () => {
  browser = await openBrowser();
  world = await startDemo(browser);
  const look = { viewport: desk, colorScheme: 'light', forcedColors: 'none' } as const;
  context = await signedIn(browser, world.demo, world.cookies, look);
  ({ page, faults } = await openPage(context));
});

after(async () => {
  await browser?.close();
  await world?.demo.end();
});

const press = (keys: string) =>
  keys
    .split(' ')
    .reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());

const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') || at?.textContent?.trim() || at?.tagName || '';
  });

/** Is the middle of what has the focus in sight, and nothing above it? */
const isSeen = () =>
  page.evaluate(() => {
    const focus = document.activeElement;
    if (!focus || focus === document.body || focus.tagName === 'IFRAME') return true;
    // Of a radio button, a checkbox and a switch only the label is drawn.
    const at = focus.closest('label') ?? focus;
    const { left, top, width, height } = at.getBoundingClientRect();
    const x = Math.min(Math.max(left + width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(top + Math.min(height, innerHeight) / 2, 0), innerHeight - 1);
    const drawn = document.elementFromPoint(x, y);
    return drawn !== null && (at.contains(drawn) || drawn.contains(at));
  });

test('the first stop skips to the content', async () => {
  await page.goto('/console/inbox');
  await page.getByRole('row').first().waitFor();
  await press('Tab');
  assert.equal(await focused(), 'Skip to content');
  await press('Enter');
  await until('the content to have the focus', async () =>
    page.evaluate(() => document.activeElement?.id === 'content'),
  );
});

test('a ticket is found, opened, answered and taken back by keys', async () => {
  await press('g i');
  await until('the list', async () => {
    await press('Tab');
    return page.evaluate(() => document.activeElement?.getAttribute('role') === 'row');
  });
  await press('ArrowDown ArrowDown Enter');
  await page.getByRole('region', { name: 'Reply' }).waitFor();
  await press('r');
  await page.keyboard.type('We look at it now.');
  await press('Control+Enter');
  await page.getByText('Answered; it is the customer’s turn.').waitFor();
  await press('z');
  await until('the text again', async () =>
    (await page.getByRole('region', { name: 'Reply' }).getByRole('textbox').inputValue()).includes(
      'We look at it now.',
    ),
  );
  await page.keyboard.press('Escape');
});

test('the sheet of shortcuts opens, closes, and gives the focus back', async () => {
  await page.goto('/console/accounts');
  await page.getByRole('heading', { name: 'Accounts' }).waitFor();
  await press('?');
  await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

test('the palette leads anywhere', async () => {
  await press('Control+k');
  await page.getByRole('dialog', { name: 'Find anything' }).waitFor();
  await page.keyboard.type('promi');
  await page.getByRole('menuitem', { name: 'Promises' }).waitFor();
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Promises' }).waitFor();
});

test('what is typed before the palette has come is not lost', async () => {
  const hasty = await signedIn(browser, world.demo, world.cookies, { viewport: desk });
  const { page: slow } = await openPage(hasty);
  let comes = () => {};
  const gate = new Promise<void>((resolve) => {
    comes = resolve;
  });
  await slow.route('**/assets/palette-*.js', async (route) => {
    await gate;
    await route.continue();
  });
  await slow.goto('/console/inbox');
  await slow.getByRole('row').first().waitFor();
  await slow.keyboard.press('Control+k');
  await slow.keyboard.type('promi');
  comes();
  await slow.getByRole('dialog', { name: 'Find anything' }).waitFor();
  await slow.getByRole('menuitem', { name: 'Promises' }).waitFor();
  assert.equal(await slow.getByRole('searchbox').last().inputValue(), 'promi');
  await hasty.close();
});

test('an incident is written and published by keys', async () => {
  await press('n');
  await page.getByLabel('Title').waitFor();
  await page.keyboard.type('Prints are late');
  // They come with an answer of their own: whoever is quicker passes by.
  await page.getByRole('group', { name: 'Services' }).getByRole('radio').first().waitFor();
  await until('a service', async () => {
    await press('Tab');
    return page.evaluate(() => document.activeElement?.getAttribute('type') === 'radio');
  });
  await press('ArrowRight ArrowRight');
  await until('the time', async () => {
    await press('Tab');
    return page.evaluate(
      () =>
        document.activeElement
          ?.closest('[role=radiogroup]')
          ?.textContent?.startsWith('When will') ?? false,
    );
  });
  await press('Space');
  await until('the text', async () => {
    await press('Tab');
    return page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA');
  });
  await page.keyboard.type('Prints leave a day late. Nothing is lost.');
  await press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Prints are late' }).waitFor();
});

test('single keys can be switched off', async () => {
  await press('Escape ?');
  const sheet = page.getByRole('dialog', { name: 'Shortcuts' });
  await sheet.waitFor();
  await until('the switch', async () => {
    await press('Tab');
    return page.evaluate(() => document.activeElement?.getAttribute('role') === 'switch');
  });
  await press('Space Escape');
  await sheet.waitFor({ state: 'hidden' });
  const before = page.url();
  await press('n');
  await press('Control+k');
  await page.getByRole('dialog', { name: 'Find anything' }).waitFor();
  await press('Escape');
  assert.equal(page.url(), before);
  assert.deepEqual(faults, []);
});

for (const look of looks.filter(({ name }) => name === 'light' || name === '320 px'))
  test(`what has the focus is always seen: ${look.name}`, async () => {
    const mine = await signedIn(browser, world.demo, world.cookies, look);
    ({ page } = await openPage(mine));
    const { items } = await world.demo.api<{ items: { id: string }[] }>(
      'GET',
      '/tickets?state=waiting_for_us&limit=1',
    );
    for (const path of [`/tickets/${items[0]?.id}`, '/incidents/new', '/promises', '/me']) {
      await page.goto(`/console${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await loaded(page);
      for (let stop = 0; stop < 40; stop += 1) {
        await press('Tab');
        assert.ok(await isSeen(), `${path}: “${await focused()}” has the focus and is not seen`);
      }
    }
    await mine.close();
  });
