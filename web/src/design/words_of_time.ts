// Instants (RFC 3339) in words, in the reader's zone. `now` is an argument: nothing here asks a clock.
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dateAndYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const weekdayAndDate = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const local = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const utc = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** "45 min", "3 h 20 min", "2 d 4 h": the two greatest units, rounded down. */
export function duration(ms: number): string {
  const span = Math.abs(ms);
  if (span < minute) return `${Math.floor(span / 1000)} s`;
  if (span < hour) return `${Math.floor(span / minute)} min`;
  if (span < day) {
    const minutes = Math.floor((span % hour) / minute);
    return `${Math.floor(span / hour)} h${minutes ? ` ${minutes} min` : ''}`;
  }
  const hours = Math.floor((span % day) / hour);
  return `${Math.floor(span / day)} d${hours && span < 4 * day ? ` ${hours} h` : ''}`;
}

/** "45 min", "8 h", "1 h 30 min". Covered time is never told in days: how long is a day? */
export function coveredTime(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** "just now", "3 h ago", "in 20 min": the greatest unit only. */
export function relative(at: string, now: number): string {
  const ms = new Date(at).getTime() - now;
  const span = Math.abs(ms);
  // The console's clock ticks every ten seconds: what has just happened may seem to be ahead of it.
  if (span < minute) return ms > 10_000 ? 'in a moment' : 'just now';
  const words =
    span < hour
      ? `${Math.floor(span / minute)} min`
      : span < day
        ? `${Math.floor(span / hour)} h`
        : `${Math.floor(span / day)} d`;
  return ms > 0 ? `in ${words}` : `${words} ago`;
}

/**
 * "14:05" today, "Thu 14:05" within three days, so that last Thursday is not taken for the next one,
 * "12 Nov, 14:05" beyond, with the year beyond half a year.
 */
export function short(at: string, now: number): string {
  const then = new Date(at);
  const today = new Date(now);
  const time = clock.format(then);
  if (then.toDateString() === today.toDateString()) return time;
  const away = Math.abs(then.getTime() - now);
  if (away < 3 * day) return `${weekday.format(then)} ${time}`;
  return `${(away < 180 * day ? date : dateAndYear).format(then)}, ${time}`;
}

/** A span's ends as they stand beside each other: the day is named once where both are on it. */
export function ends(from: string, to: string, now: number): [string, string] {
  const [first, last] = [new Date(from), new Date(to)];
  const named = (at: Date) =>
    Math.abs(at.getTime() - now) < 180 * day
      ? `${weekdayAndDate.format(at)}, ${clock.format(at)}`
      : `${dateAndYear.format(at)}, ${clock.format(at)}`;
  const isOneDay = first.toDateString() === last.toDateString();
  return [named(first), isOneDay ? clock.format(last) : named(last)];
}

/** "Thu, 12 Nov 2026, 15:05 CET (14:05 UTC)"; whose zone is UTC reads it once. */
export function exact(at: string): string {
  const then = new Date(at);
  const here = local.format(then);
  return here.endsWith(' UTC') ? here : `${here} (${utc.format(then)} UTC)`;
}

/** "14:05": where the day stands beside it. */
export function clockOf(at: string): string {
  return clock.format(new Date(at));
}

/** "12 Nov 2026": where the hour says nothing. */
export function dayOf(at: string): string {
  return dateAndYear.format(new Date(at));
}
