// Debian's Chromium, as an agent has it in front of him.
import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A slow machine's time; what takes longer does not come. */
const withinMs = 15_000;

export const desk = { width: 1366, height: 768 };
export const phone = { width: 320, height: 800 };

export type Look = {
  name: string;
  viewport: { width: number; height: number };
  colorScheme: 'light' | 'dark';
  forcedColors: 'none' | 'active';
};

export const looks: Look[] = [
  { name: 'light', viewport: desk, colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', viewport: desk, colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', viewport: desk, colorScheme: 'light', forcedColors: 'active' },
  { name: '320 px', viewport: phone, colorScheme: 'light', forcedColors: 'none' },
];

/** A page that reports what must never happen: an exception, or something the policy forbade. */
export async function openPage(context: BrowserContext): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  page.setDefaultTimeout(withinMs);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|Minified React error/.test(message.text()))
      faults.push(message.text());
  });
  return { page, faults };
}

/** One of several, as a mouse chooses it: the input itself is drawn by its label. */
export async function choose(radio: Locator) {
  await radio.locator('xpath=ancestor::label').click();
}

/** What axe finds, a line each: the rule, where, and why; without `rules` by all that it knows. */
export async function axe(page: Page, rules?: string[]): Promise<string[]> {
  // The other mode would wait for ever for a mail's frame, which runs nothing, not even axe.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** By how many pixels the page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
}

/** Nothing on it is a placeholder any more. */
export async function loaded(page: Page) {
  await page.waitForFunction(() => !document.querySelector('[role=status][aria-label=Loading]'));
}
