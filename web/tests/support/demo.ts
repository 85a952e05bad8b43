// The demo, and somebody who is signed in to it.
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { Server } from './server.ts';

export async function startDemo(browser: Browser): Promise<{ demo: Server; cookies: Cookies }> {
  const demo = await Server.start('demo');
  const context = await browser.newContext({ baseURL: demo.url });
  const page = await context.newPage();
  await page.goto(await demo.link());
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  const cookies = await context.cookies();
  await context.close();
  return { demo, cookies };
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

export async function signedIn(
  browser: Browser,
  demo: Server,
  cookies: Cookies,
  look: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: demo.url, ...look });
  await context.addCookies(cookies);
  return context;
}
