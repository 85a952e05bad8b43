// A customer of the demo, signed in by the link that he is mailed.
import type { BrowserContext } from 'playwright-core';
import type { Server } from './server.ts';
import { until } from './until.ts';

type Mail = { id: string; to: string; text: string };
type Account = { id: string; contacts: { email: string }[] };
type List<T> = { items: T[] };

export async function enterPortal(context: BrowserContext, demo: Server) {
  const { items } = await demo.api<List<Account>>('GET', '/accounts?limit=1');
  const account = await demo.api<Account>('GET', `/accounts/${items[0]?.id}`);
  const email = account.contacts[0]?.email ?? '';
  const page = await context.newPage();
  await page.goto('/portal/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  const link = await until('his link', async () => {
    const mails = await demo.api<List<Mail>>('GET', '/outbox?limit=5');
    const his = mails.items.find((mail) => mail.to === email);
    const { text } = his ? await demo.api<Mail>('GET', `/outbox/${his.id}`) : { text: '' };
    return text.match(/\/portal\/sign-in\/\S+/)?.[0];
  });
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Your services' }).waitFor();
  await page.close();
}
