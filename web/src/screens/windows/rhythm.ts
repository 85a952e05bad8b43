// How often time is reserved, as people say it, and the rule (RFC 5545) that says the same.

export type Rhythm = 'weekly' | 'fortnightly' | 'monthly_weekday' | 'monthly_day' | 'other';

const days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const places = ['first', 'second', 'third', 'fourth', 'last'];

/** The calendar day of "2026-11-26T22:00", whatever zone it is meant in. */
function dayOf(first: string): Date | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)T/.exec(first);
  if (!found) return undefined;
  const [, year, month, day] = found.map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
}

// Not every month has a fifth Thursday: that one is the last.
const placeOf = (day: Date) => Math.min(Math.ceil(day.getUTCDate() / 7), 5);

/** What can be chosen, in words that name the first one's own day. */
export function rhythms(first: string): { id: Rhythm; name: string }[] {
  const day = dayOf(first);
  const other = { id: 'other' as const, name: 'By a rule of your own' };
  if (!day) return [other];
  const weekday = names[day.getUTCDay()];
  return [
    { id: 'weekly', name: `Every ${weekday}` },
    { id: 'fortnightly', name: `Every second ${weekday}` },
    { id: 'monthly_weekday', name: `Each month, on the ${places[placeOf(day) - 1]} ${weekday}` },
    { id: 'monthly_day', name: `Each month, on day ${day.getUTCDate()}` },
    other,
  ];
}

export function ruleOf(rhythm: Rhythm, first: string, own: string): string {
  const day = dayOf(first);
  if (rhythm === 'other' || !day) return own.trim();
  const weekday = days[day.getUTCDay()];
  const place = placeOf(day);
  const rules = {
    weekly: `FREQ=WEEKLY;BYDAY=${weekday}`,
    fortnightly: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`,
    monthly_weekday: `FREQ=MONTHLY;BYDAY=${place === 5 ? -1 : place}${weekday}`,
    monthly_day: `FREQ=MONTHLY;BYMONTHDAY=${day.getUTCDate()}`,
  };
  return rules[rhythm];
}

/** "Every Thursday"; nothing for a rule of one's own. */
export const ruleWords = (rule: string, first: string): string | undefined =>
  rhythms(first).find(({ id }) => id !== 'other' && ruleOf(id, first, '') === rule)?.name;
