// The first owner of a fresh server, as he makes himself one.
import type { Page } from 'playwright-core';
import type { Server } from './server.ts';

export const owner = {
  name: 'Olga Owner',
  email: 'olga@help.example.test',
  password: 'a long enough pass phrase',
};

export async function becomeOwner(page: Page, server: Server) {
  await page.goto(await server.link());
  await page.getByLabel(/name/i).fill(owner.name);
  await page.getByLabel(/mail/i).fill(owner.email);
  await page.getByLabel(/pass/i).fill(owner.password);
  await page.getByRole('button').click();
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
}

export async function signIn(page: Page, password = owner.password) {
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function signOut(page: Page) {
  await page.getByRole('button', { name: owner.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}
