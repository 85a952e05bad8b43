// A word to many, which a second person has to agree to: what each of the two sees and may do.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { desk, openBrowser, openPage } from './support/browser.ts';
import { becomeOwner } from './support/owner.ts';
import { Server } from './support/server.ts';
import type { Named } from './support/status_page.ts';
import { until } from './support/until.ts';

const grace = { email: 'grace@help.example.test', password: 'another long enough pass phrase' };

let server: Server;
let browser: Browser;
let asker: { page: Page; faults: string[] };
let approver: { page: Page; faults: string[] };
let incident: string;

before(async () => {
  server = await Server.start('serve', ['--notify-approve-above', '1']);
  const service = await server.api<Named>('POST', '/services', { name: 'Uploads' });
  const plan = await server.api<Named>('POST', '/plans', { name: 'Pro' });
  for (const name of ['Ada', 'Bob'])
    await server.api('POST', '/accounts', {
      name,
      plan: plan.id,
      contacts: [{ name, email: `${name.toLowerCase()}@customer.example` }],
    });
  browser = await openBrowser();
  asker = await openPage(await browser.newContext({ baseURL: server.url, viewport: desk }));
  await becomeOwner(asker.page, server);

  const { id } = await server.api<Named>('POST', '/people', {
    name: 'Grace',
    email: grace.email,
    role: 'lead',
  });
  const { url } = await server.api<{ url: string }>('POST', `/people/${id}/password-link`);
  approver = await openPage(await browser.newContext({ baseURL: server.url, viewport: desk }));
  await approver.page.goto(url);
  await approver.page.getByLabel(/pass/i).fill(grace.password);
  await approver.page.getByRole('button').click();
  await approver.page.getByRole('heading', { name: 'Inbox' }).waitFor();

  incident = (
    await asker.page.request
      .post('/api/v1/incidents', {
        headers: { origin: server.url },
        data: {
          title: 'Uploads fail',
          services: [{ service: service.id, state: 'major' }],
          text: 'We are looking.',
          eta: { within: '2h' },
          undo_s: 0,
        },
      })
      .then((answer) => answer.json())
  ).id;
});

after(async () => {
  await browser?.close();
  await server?.end();
});

const told = () => server.mail().filter((mail) => /^To: .*@customer\.example/m.test(mail)).length;

test('who said it waits for somebody else, and can only take it back', async () => {
  const { page } = asker;
  await page.goto(`/console/incidents/${incident}`);
  await page.getByText('2 mails wait until somebody else agrees.').waitFor();
  await page.getByRole('button', { name: 'Take back' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Approve' }).count(), 0);
  assert.equal(told(), 0);
});

test('another person is asked by mail, sees who wants it, and lets it go', async () => {
  const { page } = approver;
  await until('the mail that asks Grace', async () =>
    server.mail().some((mail) => /^To: .*grace@/m.test(mail) && mail.includes('Approve: Uploads')),
  );
  await page.goto(`/console/incidents/${incident}`);
  await page.getByText('2 mails wait until you agree. Olga Owner asked for it.').waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('2 told', { exact: true }).waitFor();
  await asker.page.getByText('2 told', { exact: true }).waitFor();
  assert.equal(await until('both mails', async () => told() === 2 && told()), 2);
  assert.deepEqual([...asker.faults, ...approver.faults], []);
});
