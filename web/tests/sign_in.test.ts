// The ways in: a one-time link, a password, a code from an app, a recovery code.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { desk, openBrowser, openPage } from './support/browser.ts';
import { becomeOwner, owner, signIn, signOut } from './support/owner.ts';
import { Server } from './support/server.ts';
import { totp } from './support/totp.ts';

let server: Server;
let browser: Browser;
let page: Page;
let faults: string[];
let secret: string;
let recovery: string[];

before(async () => {
  server = await Server.start('serve');
  browser = await openBrowser();
  const context = await browser.newContext({ baseURL: server.url, viewport: desk });
  ({ page, faults } = await openPage(context));
  await becomeOwner(page, server);
});

after(async () => {
  await browser?.close();
  await server?.end();
});

/** Codes count once, and each test needs its own: half a minute later there is another. */
async function nextCode(): Promise<string> {
  await server.advance(30);
  return totp(secret, await server.now());
}

test('whoever was on his way to a screen lands there after he signed in', async () => {
  await signOut(page);
  await page.goto('/console/promises?view=kept');
  await signIn(page);
  await page.getByRole('heading', { name: 'Promises' }).waitFor();
  assert.match(page.url(), /view=kept$/);
});

test('a wrong password is refused in words, and the right one still works', async () => {
  await signOut(page);
  await signIn(page, 'not the pass phrase');
  await page.getByRole('alert').waitFor();
  await signIn(page);
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
});

test('a second factor is set up with the code of an app', async () => {
  await page.goto('/console/me');
  await page.getByRole('button', { name: 'Set it up' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your password', { exact: true }).fill(owner.password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  secret = (await dialog.getByText(/^([A-Z2-7]{4}\s?){4,}$/).textContent())?.trim() ?? '';
  await dialog.getByRole('textbox', { name: 'Code' }).fill(await nextCode());
  await dialog.getByRole('button', { name: 'Turn it on' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await codes.first().waitFor();
  recovery = await codes.allTextContents();
  assert.equal(recovery.length, 10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
});

test('from then on a password alone is not enough', async () => {
  await signOut(page);
  await signIn(page);
  await page.getByLabel('Code from your app').fill('000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText(/code is/i).waitFor();
  await page.getByLabel('Code from your app').fill(await nextCode());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
});

test('a recovery code lets in once', async () => {
  const use = async () => {
    await signOut(page);
    await signIn(page);
    await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
    await page.getByLabel('Recovery code').fill(recovery[0] ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await use();
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  await use();
  await page.getByText(/code is/i).waitFor();
  assert.deepEqual(faults, []);
});
