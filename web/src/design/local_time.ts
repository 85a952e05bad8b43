// A moment as a person types it: date and time in the zone of this browser, without saying the zone.

const two = (number: number) => String(number).padStart(2, '0');

/** "2026-03-04T11:05", as a datetime-local field wants it. */
export function toLocal(ms: number): string {
  const at = new Date(ms);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The instant (RFC 3339, UTC); nothing where the text is not a whole moment. */
export function fromLocal(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return undefined;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** "Europe/Berlin (CET)": the zone in which all times of the console are shown and typed. */
export function zoneName(ms: number): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const short = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' })
    .formatToParts(ms)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return short && short !== zone ? `${zone} (${short})` : zone;
}
