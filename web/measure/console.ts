// What the console costs whoever opens it: bytes of script before the first rows of the inbox, the
// time until they stand, the heap after a day of tickets. On the demo, with Debian's Chromium.
import type { BrowserContext, Page } from 'playwright-core';
import { desk, openBrowser } from '../tests/support/browser.ts';
import { signedIn, startDemo } from '../tests/support/demo.ts';

const rounds = 5;
const tickets = 200;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function firstRows(context: BrowserContext): Promise<{ ms: number; bytes: number }> {
  const page = await context.newPage();
  await page.goto('/console/inbox');
  await page.getByRole('row').first().waitFor();
  // Written by the page itself, so that the way to us does not count.
  const seen = await page.evaluate(() => {
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js')) as PerformanceResourceTiming[];
    return {
      ms: performance.now(),
      bytes: scripts.reduce((sum, each) => sum + each.encodedBodySize, 0),
    };
  });
  await page.close();
  return seen;
}

async function heapAfterTickets(page: Page, ids: string[]): Promise<number> {
  await page.goto('/console/inbox');
  await page.getByRole('row').first().waitFor();
  for (let seen = 0; seen < tickets; seen += 1) {
    const path = `/console/tickets/${ids[seen % ids.length]}`;
    // As a click does it: no new document.
    await page.evaluate((to) => {
      history.pushState({}, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await page.getByRole('textbox').first().waitFor();
  }
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

const browser = await openBrowser();
const { demo, cookies } = await startDemo(browser);
const look = { viewport: desk, colorScheme: 'light', forcedColors: 'none' } as const;
try {
  const runs: { ms: number; bytes: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // A new context has an empty cache.
    const context = await signedIn(browser, demo, cookies, look);
    runs.push(await firstRows(context));
    await context.close();
  }
  const kilobytes = median(runs.map(({ bytes }) => bytes)) / 1000;
  console.log(`script before the first rows: ${kilobytes.toFixed(0)} kB compressed`);
  console.log(`rows of the inbox after:      ${median(runs.map(({ ms }) => ms)).toFixed(0)} ms`);

  const { items } = await demo.api<{ items: { id: string }[] }>('GET', '/tickets?limit=200');
  const context = await signedIn(browser, demo, cookies, look);
  const heap = await heapAfterTickets(
    await context.newPage(),
    items.map(({ id }) => id),
  );
  console.log(`heap after ${tickets} tickets:       ${(heap / 1e6).toFixed(1)} MB`);
} finally {
  await browser.close();
  await demo.end();
}
