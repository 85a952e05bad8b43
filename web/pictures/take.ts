// The README's pictures: the demo's screens as an agent sees them. `script/pictures` runs it.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { choose, loaded, openBrowser } from '../tests/support/browser.ts';
import { signedIn, startDemo } from '../tests/support/demo.ts';

const folder = '../docs/pictures';
const viewport = { width: 1366, height: 768 };

const browser = await openBrowser();
const { demo, cookies } = await startDemo(browser);

async function take(
  name: string,
  colorScheme: 'light' | 'dark',
  open: (page: Page) => Promise<void>,
) {
  const look = { viewport, colorScheme, locale: 'en-GB', timezoneId: 'Europe/Berlin' };
  const context = await signedIn(browser, demo, cookies, look);
  const page = await context.newPage();
  await open(page);
  await loaded(page);
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0));
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
  await context.close();
}

type List = { items: { id: string }[] };
const first = async (path: string) => (await demo.api<List>('GET', path)).items[0]?.id;

try {
  mkdirSync(folder, { recursive: true });
  const incident = await first('/incidents?open=true&limit=1');
  const ticket = await first('/tickets?q=webhook&limit=1');
  await take('status', 'light', async (page) => {
    await page.setViewportSize({ width: 1366, height: 1000 });
    await page.goto('/');
  });
  await take('inbox', 'light', async (page) => {
    await page.goto('/console/inbox');
    await page.getByRole('row').first().waitFor();
  });
  await take('ticket', 'light', async (page) => {
    await page.goto(`/console/tickets/${ticket}`);
    await page.getByRole('region', { name: 'Reply' }).waitFor();
  });
  await take('compose', 'light', async (page) => {
    await page.goto('/console/incidents/new');
    await page.getByLabel('Title').fill('Galleries open slowly');
    const service = page.getByRole('radiogroup', { name: 'Galleries' });
    await choose(service.getByRole('radio').nth(1));
    await choose(page.getByRole('radio', { name: 'Within 2 h' }));
    await page.getByText(/will be told by mail/).waitFor();
  });
  await take('windows', 'light', async (page) => {
    await page.goto('/console/windows');
    await page.getByRole('table').first().waitFor();
  });
  await take('incident-dark', 'dark', async (page) => {
    await page.goto(`/console/incidents/${incident}`);
    await page.getByRole('region', { name: 'Proof' }).waitFor();
  });
} finally {
  await browser.close();
  await demo.end();
}
