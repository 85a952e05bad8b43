// Languages and zones as people say them. Both come from imports, so any text must be borne.

const languages = new Intl.DisplayNames('en-GB', { type: 'language' });

/** "German"; the tag itself where nobody knows it. */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The languages in which Tellfirst writes, and the one that somebody has already. */
export function languageOptions(held: string): { id: string; name: string }[] {
  return [...new Set([held, 'en', 'de'])].map((id) => ({ id, name: languageName(id) }));
}

/** All zones that this browser knows, and the one that somebody has already. */
export function zoneOptions(held: string): { id: string; name: string }[] {
  const zones = Intl.supportedValuesOf('timeZone');
  const all = [...new Set(['Etc/UTC', held, ...zones])].sort();
  return all.map((id) => ({ id, name: id.replaceAll('_', ' ') }));
}

/** "09:30 in Berlin": whether one can call now. */
export function localTime(zone: string, now: number): string {
  try {
    const time = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: zone,
    }).format(now);
    const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
    return `now ${time} in ${place}`;
  } catch {
    return zone;
  }
}

/** "Thu 09:30": what their clock shows then; nothing where it shows what ours does. */
export function theirClock(at: string, zone: string): string | undefined {
  const format = { weekday: 'short', hour: '2-digit', minute: '2-digit' } as const;
  const moment = new Date(at);
  try {
    const theirs = new Intl.DateTimeFormat('en-GB', { ...format, timeZone: zone }).format(moment);
    const ours = new Intl.DateTimeFormat('en-GB', format).format(moment);
    return theirs === ours ? undefined : theirs;
  } catch {
    return undefined;
  }
}
