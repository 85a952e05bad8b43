// Every screen of the demo, in light, dark, forced colours and at 320 px: axe finds nothing, nothing
// has to be scrolled sideways, and there is one heading that says where one is.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { axe, loaded, looks, openBrowser, openPage, overflow } from './support/browser.ts';
import { signedIn, startDemo } from './support/demo.ts';

let browser: Browser;
let world: Awaited<ReturnType<typeof startDemo>>;
let screens: { path: string; heading: RegExp }[];

before(async () => {
  browser = await openBrowser();
  world = await startDemo(browser);
  const first = async (path: string) =>
    (await world.demo.api<{ items: { id: string }[] }>('GET', path)).items[0]?.id;
  const lastOf = async (path: string) =>
    (await world.demo.api<{ items: { id: string }[] }>('GET', path)).items.at(-1)?.id;
  const mail = await first('/outbox?limit=1');
  assert.ok(mail, 'the demo has sent mails');
  const incident = await first('/incidents?open=true&limit=1');
  const account = await world.demo.api<{ id: string; contacts: { id: string }[] }>(
    'GET',
    `/accounts/${await first('/accounts?limit=1')}`,
  );
  const contact = account.contacts[0];
  screens = [
    { path: '/inbox', heading: /^Inbox$/ },
    { path: '/inbox?view=solved', heading: /^Inbox$/ },
    { path: '/inbox?q=thereisnosuchword', heading: /^Inbox$/ },
    { path: `/tickets/${await first('/tickets?state=waiting_for_us&limit=1')}`, heading: /./ },
    { path: '/incidents', heading: /^Incidents$/ },
    { path: '/incidents/new', heading: /incident/i },
    { path: `/incidents/${incident}`, heading: /./ },
    { path: `/incidents/${incident}/proof`, heading: /^Proof of notice/ },
    { path: `/incidents/${await first('/incidents?open=false&limit=1')}`, heading: /./ },
    { path: '/windows', heading: /^Windows$/ },
    { path: '/windows?window=new', heading: /^Plan a window$/ },
    { path: '/windows?series=new', heading: /^Reserve recurring time$/ },
    { path: `/windows/${await first('/windows?limit=1')}/proof`, heading: /^Proof of notice/ },
    { path: '/issues', heading: /^Known issues$/ },
    { path: '/news', heading: /^News$/ },
    { path: '/news?tell=true', heading: /^Tell news$/ },
    { path: `/news/${await first('/news')}/proof`, heading: /^Proof of notice/ },
    { path: '/brands', heading: /^Brands$/ },
    { path: `/brands?held=${await lastOf('/brands')}`, heading: /^Held for / },
    { path: '/templates', heading: /^Templates$/ },
    { path: `/plans/${await first('/plans?limit=1')}`, heading: /./ },
    { path: '/services', heading: /^Services$/ },
    { path: `/services/${await first('/services')}`, heading: /./ },
    { path: '/accounts', heading: /^Accounts$/ },
    { path: `/accounts/${account.id}`, heading: /./ },
    { path: `/accounts/${account.id}?contact=${contact?.id}`, heading: /^How .* is told$/ },
    { path: '/deliverability', heading: /^Deliverability$/ },
    { path: '/deliverability?view=unattributed', heading: /^Deliverability$/ },
    { path: '/deliverability?view=all', heading: /^Deliverability$/ },
    { path: '/deliverability?view=channels', heading: /^Deliverability$/ },
    { path: '/promises', heading: /^Promises$/ },
    { path: '/promises?view=broken', heading: /^Promises$/ },
    { path: '/team', heading: /^Team$/ },
    { path: '/me', heading: /./ },
    { path: '/outbox', heading: /^Outbox$/ },
    // On a narrow screen the mail stands in the list's place.
    { path: `/outbox?mail=${encodeURIComponent(mail)}`, heading: /./ },
    { path: '/design', heading: /design/i },
    { path: '/no-such-page', heading: /no such page/i },
  ];
});

after(async () => {
  await browser?.close();
  await world?.demo.end();
});

for (const look of looks) {
  describe(look.name, () => {
    test('every screen is accessible and fits', async () => {
      const context = await signedIn(browser, world.demo, world.cookies, look);
      const { page, faults } = await openPage(context);
      for (const { path, heading } of screens) {
        await page.goto(`/console${path}`);
        await page
          .getByRole('heading', { level: 1, name: heading })
          .or(page.getByRole('heading', { level: 2, name: heading }))
          .filter({ visible: true })
          .first()
          .waitFor();
        // The design page shows what stands while something loads.
        if (path !== '/design') await loaded(page);
        assert.deepEqual(await axe(page), [], `${path} in ${look.name}`);
        assert.ok((await overflow(page)) <= 0, `${path} is wider than the window in ${look.name}`);
      }
      assert.deepEqual(faults, []);
      await context.close();
    });

    test('the sign-in page is accessible and fits', async () => {
      const context = await browser.newContext({ baseURL: world.demo.url, ...look });
      const { page, faults } = await openPage(context);
      await page.goto('/console/');
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
      assert.deepEqual(await axe(page), []);
      assert.ok((await overflow(page)) <= 0);
      assert.deepEqual(faults, []);
      await context.close();
    });
  });
}
