// The main job, as an agent does it in the console: something breaks, everybody affected hears it
// with a time, a customer asks, the promised word is late, all is well again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { choose, desk, openBrowser, openPage } from './support/browser.ts';
import { deliver } from './support/lmtp.ts';
import { becomeOwner } from './support/owner.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

let server: Server;
let browser: Browser;
let page: Page;
let faults: string[];

async function furnish() {
  const plan = await server.api<{ id: string }>('POST', '/plans', { name: 'Pro' });
  const service = async (name: string) =>
    (await server.api<{ id: string }>('POST', '/services', { name })).id;
  const statistics = await service('Statistics');
  const uploads = await service('Uploads');
  const account = (name: string, services: string[], topics?: string[]) =>
    server.api('POST', '/accounts', {
      name: `${name} Ltd`,
      plan: plan.id,
      services,
      contacts: [
        { name, email: `${name.toLowerCase()}@customer.example`, ...(topics ? { topics } : {}) },
      ],
    });
  await account('Ada', [statistics]);
  await account('Ben', [statistics, uploads]);
  await account('Cleo', [uploads]);
  await account('Dora', [statistics], ['tickets']);
}

before(async () => {
  server = await Server.start('serve');
  await furnish();
  browser = await openBrowser();
  const context = await browser.newContext({ baseURL: server.url, viewport: desk });
  ({ page, faults } = await openPage(context));
  await page.clock.install();
});

after(async () => {
  await browser?.close();
  await server?.end();
});

/** The same time passes at the server and before the agent. */
async function pass(seconds: number) {
  await server.advance(seconds);
  await page.clock.fastForward(seconds * 1_000);
}

const card = (name: string) => page.getByRole('region', { name });
const figure = async (locator: Locator) =>
  Number(/\d+/.exec((await locator.textContent()) ?? '')?.[0]);

test('an agent does the main job in the browser', async (job) => {
  await job.test('the owner comes in by his one-time link', () => becomeOwner(page, server));

  await job.test('an incident without a time is refused, and nothing is published', async () => {
    await page.keyboard.press('n');
    await page.getByLabel('Title').fill('Statistics show no numbers');
    const statistics = page.getByRole('radiogroup', { name: 'Statistics' });
    await choose(statistics.getByRole('radio', { name: 'Down', exact: true }));
    await page.getByLabel('Public text').fill('Your statistics are empty. No data is lost.');
    await page.getByRole('button', { name: 'Publish' }).click();
    const when = page.getByRole('radiogroup', { name: 'When will it be well?' });
    await until('the refusal beside the field', () => when.getByText(/say/i).isVisible());
    const { items } = await server.api<{ items: unknown[] }>('GET', '/incidents');
    assert.equal(items.length, 0);
  });

  let counted = 0;
  await job.test('with a time it is published, after who hears of it was counted', async () => {
    await choose(page.getByRole('radio', { name: 'Not known yet' }));
    await choose(page.getByRole('radio', { name: 'In 30 min' }));
    counted = await figure(card('4 Who').getByText(/will be told/));
    assert.equal(counted, 2);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('heading', { level: 1, name: 'Statistics show no numbers' }).waitFor();
    await card('Notices')
      .getByText(/2 leave in/)
      .waitFor();
  });

  await job.test('as many are told as were counted, and the proof says who was not', async () => {
    await pass(60);
    await card('Notices').getByText(`${counted} told`).waitFor();
    await page.reload();
    const proof = card('Proof');
    await proof.getByRole('cell', { name: 'Opted out' }).waitFor();
    const rows = proof.getByRole('table').getByRole('row');
    assert.equal(await rows.filter({ hasText: 'Told' }).count(), counted);
    assert.equal(await rows.filter({ hasText: 'Dora' }).filter({ hasText: 'Told' }).count(), 0);
    const saved = page.waitForEvent('download');
    await proof.getByRole('link', { name: 'Download CSV' }).click();
    const csv = readFileSync(await (await saved).path(), 'utf8');
    assert.equal(csv.trim().split('\r\n').length, 1 + counted + 1, csv);
  });

  await job.test('a customer asks, and the inbox shows it by itself', async () => {
    await page.getByRole('link', { name: /^Inbox/ }).click();
    await page.getByRole('heading', { name: 'Nobody waits here' }).waitFor();
    await deliver(server.lmtpPort, {
      from: 'ada@customer.example',
      name: 'Ada',
      to: 'help@help.example.test',
      subject: 'Where are my numbers?',
      text: 'Since this morning all is empty.\nCan you help?',
    });
    await page.getByRole('row', { name: /Where are my numbers/ }).click();
    await page.getByText('Since this morning all is empty.').waitFor();
    const known = page.getByRole('region', { name: 'Known incidents' });
    await known.getByRole('link', { name: 'Statistics show no numbers' }).waitFor();
    await known.getByRole('button', { name: 'Link as affected' }).click();
    await known.getByText('Answered when it is resolved.').waitFor();
  });

  await job.test('an answer can be taken back, and leaves when it was not', async () => {
    const reply = page.getByRole('region', { name: 'Reply' });
    await reply.getByRole('textbox').fill('We are on it.');
    await reply.getByRole('button', { name: 'Send and wait' }).click();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await until('the text back in its field', async () =>
      (await reply.getByRole('textbox').inputValue()).includes('We are on it.'),
    );
    await reply.getByRole('textbox').fill('We are on it, Ada.');
    await reply.getByRole('button', { name: 'Send and wait' }).click();
    await page.getByText('Answered; it is the customer’s turn.').waitFor();
    await pass(60);
    const sent = (words: string) => server.mail().filter((mail) => mail.includes(words)).length;
    assert.equal(sent('We are on it, Ada.'), 1);
    assert.equal(sent('We are on it.'), 0);
  });

  await job.test('the answer of the customer arrives while one looks', async () => {
    const answer = server.mail().find((mail) => mail.includes('on it, Ada')) ?? '';
    const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(answer)?.[1]?.trim();
    await deliver(server.lmtpPort, {
      from: 'ada@customer.example',
      name: 'Ada',
      to: /[^<\s]+@[^>\s]+/.exec(field('Reply-To') ?? field('From') ?? '')?.[0] ?? '',
      subject: `Re: ${field('Subject')}`,
      text: 'Thank you, I will wait.',
      headers: [`In-Reply-To: ${field('Message-ID')}`],
    });
    await page.getByText('Thank you, I will wait.').waitFor();
  });

  await job.test('the promised word does not come, and the console says so', async () => {
    await pass(40 * 60);
    await page.getByRole('link', { name: /Incidents.*1.*overdue/ }).waitFor();
    await page.getByRole('link', { name: /^Incidents/ }).click();
    await page.getByRole('link', { name: /Statistics show no numbers/ }).click();
    await page
      .getByText(/Overdue since/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: /^Promises.*late/ }).click();
    await choose(page.getByRole('radio', { name: 'Late 1' }));
    await page
      .getByRole('row')
      .filter({ hasText: /Late.*Next word on/ })
      .waitFor();
  });

  await job.test('it is resolved, and whoever asked is answered', async () => {
    await page.getByRole('link', { name: /^Incidents/ }).click();
    await page.getByRole('link', { name: /Statistics show no numbers/ }).click();
    await choose(page.getByRole('radio', { name: 'It is resolved' }));
    await page.getByLabel('Closing text').fill('All numbers are back; nothing was lost.');
    await page.getByRole('button', { name: 'Resolve and tell' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('lasted').waitFor();
    await pass(120);
    const told = await until('the end among the mails', async () => {
      const mails = server.mail().filter((mail) => mail.includes('nothing was lost'));
      return mails.length >= counted + 1 && mails;
    });
    assert.ok(told.some((mail) => /^Subject: .*Where are my numbers/im.test(mail)));
  });

  assert.deepEqual(faults, []);
});
