// The calendar, read by the library that Thunderbird reads calendars with.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ICAL from 'ical.js';
import { Server } from './support/server.ts';
import { StatusPage } from './support/status_page.ts';
import { until } from './support/until.ts';

const shownWithinMs = 10_000;
const dayMs = 86_400_000;

let server: Server;
let status: StatusPage;
let uploads: string;

before(async () => {
  server = await Server.start('serve');
  status = new StatusPage(server);
  uploads = await status.service('Uploads');
});

after(async () => {
  await server?.end();
});

/** The events of the calendar as soon as one of them is as wanted; the zones that it names count. */
async function eventsOnce(wanted: (events: ICAL.Event[]) => boolean): Promise<ICAL.Event[]> {
  return until(
    'the calendar to say so',
    async () => {
      const text = await (await fetch(`${server.url}/calendar.ics`)).text();
      const calendar = new ICAL.Component(ICAL.parse(text));
      for (const zone of calendar.getAllSubcomponents('vtimezone'))
        ICAL.TimezoneService.register(zone);
      const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      return wanted(events) ? events : undefined;
    },
    shownWithinMs,
  );
}

const state = (event: ICAL.Event) => event.component.getFirstPropertyValue('status');

test('a window, its change and its cancellation are one event that grows', async () => {
  const window = await status.plan('New disks; all, of them', uploads, 48, 49);
  const [planned] = await eventsOnce((events) => events.length === 1);
  assert(planned);
  assert.equal(planned.summary, 'Planned maintenance: New disks; all, of them');
  assert.equal(state(planned), 'CONFIRMED');
  assert.equal(planned.endDate.subtractDate(planned.startDate).toSeconds(), 3_600);

  await server.api('POST', `/windows/${window.id}/move`, {
    starts_at: await status.hence(72),
    ends_at: await status.hence(74),
    text: 'A day later.',
    notify: false,
  });
  const [moved] = await eventsOnce((events) => events[0]?.description === 'A day later.');
  assert(moved);
  assert.equal(moved.uid, planned.uid);
  assert(moved.sequence > planned.sequence);
  assert.equal(moved.endDate.subtractDate(moved.startDate).toSeconds(), 7_200);

  await server.api('POST', `/windows/${window.id}/cancel`, { text: 'Not now.', notify: false });
  const [off] = await eventsOnce((events) => events.some((event) => state(event) === 'CANCELLED'));
  assert.equal(off?.uid, planned.uid);
  assert((off?.sequence ?? 0) > moved.sequence);
});

test('a recurring window keeps its hour on the wall when the clocks change', async () => {
  await server.api('POST', '/series', {
    title: 'Database',
    services: [uploads],
    text: 'Uploads may wait.',
    zone: 'Europe/Berlin',
    first: '2027-03-18T22:00',
    minutes: 60,
    rule: 'FREQ=WEEKLY;BYDAY=TH',
  });
  const events = await eventsOnce((all) => all.some((event) => event.isRecurring()));
  const series = events.find((event) => event.isRecurring());
  assert(series);
  assert.equal(state(series), 'TENTATIVE');
  const starts = series.iterator();
  const moments = [1, 2, 3].map(() => starts.next().toJSDate().toISOString());
  // The clocks of Berlin change on 28 March 2027.
  assert.deepEqual(moments, [
    '2027-03-18T21:00:00.000Z',
    '2027-03-25T21:00:00.000Z',
    '2027-04-01T20:00:00.000Z',
  ]);
});

test('a time that nobody declared is left out, and the event grows', async () => {
  const first = await status.hence(2);
  await server.api('POST', '/series', {
    title: 'Backups',
    services: [uploads],
    zone: 'Etc/UTC',
    first: first.slice(0, 'YYYY-MM-DDTHH:MM'.length),
    minutes: 30,
    rule: 'FREQ=DAILY;UNTIL=20991231',
  });
  const backups = (events: ICAL.Event[]) =>
    events.find((event) => event.summary.endsWith('Backups'));
  const next = (event: ICAL.Event) => event.iterator().next().toJSDate().getTime();

  const before = backups(await eventsOnce((events) => backups(events) !== undefined));
  assert(before);
  await server.advance(3 * 3_600);
  const after = backups(
    await eventsOnce((events) => backups(events)?.component.hasProperty('exdate') ?? false),
  );
  assert(after);
  assert.equal(after.uid, before.uid);
  assert(after.sequence > before.sequence);
  assert.equal(next(after) - next(before), dayMs);
});
