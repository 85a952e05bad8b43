type Clock = {
  source: string;
  plan_name: string;
  allowance_minutes: number;
  around_the_clock: boolean;
  calendar_name: string;
  zone: string;
};

/** "45 min", "4 h", "1 h 30 min". Covered time is never told in days: how long is a day? */
function allowance(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** "Pro allows 4 h for a first reply, in covered hours (Office hours, Europe/Berlin)." */
export function allowanceWords(clock: Clock): string {
  const who = clock.plan_name ? `${clock.plan_name} allows` : 'Without a plan we allow ourselves';
  const what = clock.source === 'first_reply' ? 'a first reply' : 'a next reply';
  const hours = clock.around_the_clock
    ? 'day and night'
    : `in covered hours (${[clock.calendar_name, clock.zone].filter(Boolean).join(', ')})`;
  return `${who} ${allowance(clock.allowance_minutes)} for ${what}, ${hours}.`;
}
