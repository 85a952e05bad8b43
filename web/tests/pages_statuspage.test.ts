// The readers that others wrote for Statuspage read ours: a client from npm, and the official
// widget, as it is, in a browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { Statuspage } from 'statuspage.io';
import { desk, openBrowser, openPage } from './support/browser.ts';
import { HostPage } from './support/host_page.ts';
import { Server } from './support/server.ts';
import { letters, StatusPage } from './support/status_page.ts';
import { until } from './support/until.ts';

const shownWithinMs = 10_000;

let server: Server;
let status: StatusPage;
let browser: Browser;
let uploads: string;
let statistics: string;

/** Its own host is set in the constructor; nothing is asked for before we name ours. */
function client() {
  const made = new Statuspage('nobody');
  made.setApiUrl(server.url);
  return made.api;
}

before(async () => {
  server = await Server.start('serve');
  status = new StatusPage(server);
  const group = await status.service('Reports', { is_group: true });
  statistics = await status.service('Statistics', { parent: group });
  uploads = await status.service('Uploads');
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.end();
});

const summaryOnce = async (wanted: (summary: Summary) => boolean) =>
  until(
    'the summary to say so',
    async () => {
      const summary = (await client().getSummary()) as unknown as Summary;
      return wanted(summary) ? summary : undefined;
    },
    shownWithinMs,
  );

type Component = { id: string; name: string; status: string; group: boolean; group_id: string };
type Summary = {
  page: { id: string; name: string; url: string };
  components: (Component & { components?: string[] })[];
  incidents: { id: string; name: string; status: string; impact: string }[];
  scheduled_maintenances: { name: string; status: string; scheduled_for: string }[];
  status: { indicator: string; description: string };
};

test('the client reads components, their groups and that all is well', async () => {
  const summary = await summaryOnce((read) => read.components.length === 3);
  assert.deepEqual(summary.status, {
    indicator: 'none',
    description: 'All Systems Operational',
  });
  const group = summary.components.find((component) => component.group);
  assert.deepEqual(group?.components, [letters(statistics)]);
  const member = summary.components.find((component) => component.name === 'Statistics');
  assert.equal(member?.group_id, group?.id);
  const { components } = await client().getComponents();
  assert.equal(components.length, 3);
});

test('the client reads an incident through its life', async () => {
  const incident = await status.publish('Numbers are missing', statistics);
  const summary = await summaryOnce((read) => read.incidents.length === 1);
  assert.equal(summary.status.indicator, 'major');
  assert.equal(summary.incidents[0]?.id, letters(incident.id));
  assert.equal(summary.incidents[0]?.impact, 'critical');
  const unresolved = await client().incidents.getUnresolved();
  const [told] = unresolved.incidents;
  assert.equal(told?.name, 'Numbers are missing');
  assert.equal(told?.incident_updates[0]?.body, 'We are looking.');
  await status.resolve(incident);
  await summaryOnce((read) => read.incidents.length === 0);
  const all = await client().incidents.getAll();
  assert.equal(all.incidents[0]?.status, 'resolved');
  const { status: whole } = await client().getStatus();
  assert.equal(whole.description, 'All Systems Operational');
});

test('the client reads planned work; what it asks in vain for is where it belongs', async () => {
  const window = await status.plan('New disks', uploads, 48, 49);
  const summary = await summaryOnce((read) => read.scheduled_maintenances.length === 1);
  assert.equal(summary.scheduled_maintenances[0]?.status, 'scheduled');
  const upcoming = await client().scheduledMaintenances.getUpcoming();
  assert.equal(upcoming.scheduled_maintenances[0]?.id, letters(window.id));
  // The client asks for "upcoming" whatever it is asked for.
  const read = async (path: string) => {
    const answer = await fetch(`${server.url}/api/v2/${path}`);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    return (await answer.json()) as { scheduled_maintenances: unknown[] };
  };
  const active = await read('scheduled-maintenances/active.json');
  assert.deepEqual(active.scheduled_maintenances, []);
  const all = await read('scheduled-maintenances.json');
  assert.equal(all.scheduled_maintenances.length, 1);
  await server.api('POST', `/windows/${window.id}/cancel`, { text: 'Not now.', notify: false });
  await summaryOnce((told) => told.scheduled_maintenances.length === 0);
});

/** The widget on a fresh page, in a browser that has not cached an older answer. */
async function widgetOn(host: HostPage): Promise<Locator> {
  const script = createRequire(import.meta.url).resolve('@statuspage/status-widget/dist/index.js');
  const context = await browser.newContext({ viewport: desk, bypassCSP: true });
  const { page } = await openPage(context);
  await page.goto(host.url);
  await page.addScriptTag({ content: readFileSync(script, 'utf8') });
  return page.locator('statuspage-widget');
}

test('the official widget shows our state, unmodified, on a page of somebody else', async () => {
  const host = await HostPage.start();
  try {
    host.shows(`<statuspage-widget src="${server.url}"></statuspage-widget>`, server.url);
    const incident = await status.publish('Uploads fail', uploads);
    await summaryOnce((read) => read.incidents.length === 1);
    await (await widgetOn(host)).getByText(/Outage/i).waitFor();
    await status.resolve(incident);
    await summaryOnce((read) => read.incidents.length === 0);
    await (await widgetOn(host)).getByText(/All Systems Operational/i).waitFor();
  } finally {
    await host.end();
  }
});
