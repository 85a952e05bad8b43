// What does not arrive, as a lead sees it: an address that is gone, a mail that nobody can attribute,
// and a customer's program that answers badly.
import assert from 'node:assert/strict';
import { createServer, type Server as Receiver } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { desk, openBrowser, openPage } from './support/browser.ts';
import { deliver } from './support/lmtp.ts';
import { becomeOwner } from './support/owner.ts';
import { Server } from './support/server.ts';
import type { Named } from './support/status_page.ts';
import { until } from './support/until.ts';

let server: Server;
let browser: Browser;
let page: Page;
let faults: string[];
let receiver: Receiver;
let account: string;
let incident: string;
/** What the customer's program answers, and what it was asked for. */
let status = 500;
const heard: string[] = [];

before(async () => {
  receiver = createServer((request, response) => {
    heard.push(String(request.headers['webhook-id']));
    response.writeHead(status).end(status === 500 ? 'no disk' : '');
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  server = await Server.start('serve', ['--outgoing-allow', place()]);
  const service = await server.api<Named>('POST', '/services', { name: 'Uploads' });
  const plan = await server.api<Named>('POST', '/plans', { name: 'Pro' });
  account = (
    await server.api<Named>('POST', '/accounts', {
      name: 'Ada & Co',
      plan: plan.id,
      contacts: [{ name: 'Ada', email: 'ada@customer.example' }],
    })
  ).id;
  incident = (
    await server.api<Named>('POST', '/incidents', {
      title: 'Uploads fail',
      services: [{ service: service.id, state: 'major' }],
      text: 'We are looking.',
      eta: { within: '2h' },
      undo_s: 0,
    })
  ).id;
  browser = await openBrowser();
  const context = await browser.newContext({ baseURL: server.url, viewport: desk });
  ({ page, faults } = await openPage(context));
  await becomeOwner(page, server);
});

after(async () => {
  await browser?.close();
  await server?.end();
  receiver?.close();
});

const place = () => `127.0.0.1:${(receiver.address() as AddressInfo).port}`;

/** As RFC 3464 has it. */
const report = `--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.provider.example

Final-Recipient: rfc822; ada@customer.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b--`;

/** A mail server's word on a mail of ours, and the moment in which it is read. */
async function comesBack(to: string, text: string, type?: string) {
  await deliver(server.lmtpPort, {
    from: 'mailer-daemon@provider.example',
    name: 'Mail Delivery System',
    to,
    subject: 'Undelivered Mail Returned to Sender',
    text,
    ...(type ? { type } : {}),
  });
  await server.advance(1);
}

test('an address that is gone says so everywhere, and can be written to again', async () => {
  const mail = await until('the mail to Ada', async () => server.mail()[0]);
  const sender = /^Return-Path: <(.+)>/m.exec(mail)?.[1];
  assert.ok(sender, mail);
  await comesBack(sender, report, 'multipart/report; boundary=b');

  await page.getByRole('link', { name: 'Deliverability' }).click();
  const row = page.getByRole('row', { name: /Ada/ });
  await row.getByText('No such address').waitFor();
  await row.getByRole('link', { name: 'Ada & Co' }).click();
  await page.getByText(/Cannot be reached/).waitFor();

  await page.goto(`/console/incidents/${incident}`);
  await page.getByText('0 of 1 told').waitFor();
  await page.getByRole('region', { name: 'Proof' }).getByRole('button', { name: 'Ada' }).click();
  const log = page.getByRole('dialog', { name: 'What Ada got from us' });
  await log.getByText(/Cannot be reached/).waitFor();
  await log.getByText('Bounced').waitFor();

  await page.goto('/console/deliverability');
  await page.getByRole('button', { name: 'Write again to ada@customer.example' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Write again' }).click();
  await page.getByRole('heading', { name: 'Every address takes our mail' }).waitFor();
});

test('an address is blocked by hand, of one topic, with a reason', async () => {
  await page.goto('/console/deliverability');
  await page.getByRole('button', { name: 'Block an address' }).click();
  const dialog = page.getByRole('dialog', { name: 'Block an address' });
  await dialog.getByRole('button', { name: 'Block it' }).click();
  await dialog.getByText('Say which address.').waitFor();
  await dialog.getByRole('textbox', { name: 'Address' }).fill('ada@customer.example');
  await dialog.getByRole('button', { name: /Does not get/ }).click();
  await page.getByRole('option', { name: 'Maintenance' }).click();
  await dialog.getByRole('textbox', { name: 'Why' }).fill('She rang.');
  await dialog.getByRole('button', { name: 'Block it' }).click();
  const row = page.getByRole('row', { name: /Ada/ });
  await row.getByText('She rang.').waitFor();
  await row.getByText('Maintenance').waitFor();
  await row.getByRole('button', { name: 'Write again to ada@customer.example' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Write again' }).click();
  await page.getByRole('heading', { name: 'Every address takes our mail' }).waitFor();
});

test('what nobody can attribute is counted until somebody has looked at it', async () => {
  await comesBack('bounce@help.example.test', 'Your message did not reach Bob.');
  await page.getByRole('link', { name: 'Deliverability 1 to look at' }).waitFor();
  await page.getByText('For a person to look at').click();
  await page.getByRole('button', { name: /^Read/ }).click();
  await page.getByRole('region', { name: 'The mail as text' }).getByText(/Bob/).waitFor();
  await page.getByRole('button', { name: 'I have looked at it' }).click();
  await page.getByRole('heading', { name: 'Nothing to look at' }).waitFor();
  await page.getByRole('link', { name: 'Deliverability', exact: true }).waitFor();
});

test('a webhook proves itself, shows its secret once, and posts again what it has posted', async () => {
  await page.goto(`/console/accounts/${account}`);
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a webhook' });
  await dialog.getByRole('textbox', { name: 'Address' }).fill(`http://${place()}/hook`);
  await dialog.getByRole('button', { name: 'Add' }).click();
  await dialog.getByText(/It answered 500/).waitFor();

  status = 204;
  await dialog.getByRole('button', { name: 'Add' }).click();
  await page
    .getByRole('status', { name: 'Secret' })
    .getByText(/^whsec_/)
    .waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  heard.length = 0;

  await server.api('POST', `/incidents/${incident}/updates`, {
    state: 'identified',
    text: 'We know why.',
    eta: { within: '2h' },
    undo_s: 0,
  });
  const first = await until('the post', async () => heard[0]);
  await page.getByRole('link', { name: /^What was posted/ }).click();
  const log = page.getByRole('dialog', { name: 'What was posted' });
  await log.getByText('Taken').waitFor();
  await log.getByRole('button', { name: 'Post again: Incident: identified' }).click();
  assert.equal(await until('it once more', async () => heard[1]), first);
  assert.deepEqual(faults, []);
});
