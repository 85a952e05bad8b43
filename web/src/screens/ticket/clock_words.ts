import { coveredTime } from '@/design/words_of_time';

type Clock = {
  source: string;
  plan_name: string;
  allowance_minutes: number;
  around_the_clock: boolean;
  calendar_name: string;
  zone: string;
};

/** "Pro allows 4 h for a first reply, in covered hours (Office hours, Europe/Berlin)." */
export function allowanceWords(clock: Clock): string {
  const who = clock.plan_name ? `${clock.plan_name} allows` : 'Without a plan we allow ourselves';
  const what = clock.source === 'first_reply' ? 'a first reply' : 'a next reply';
  const hours = clock.around_the_clock
    ? 'day and night'
    : `in covered hours (${[clock.calendar_name, clock.zone].filter(Boolean).join(', ')})`;
  return `${who} ${coveredTime(clock.allowance_minutes)} for ${what}, ${hours}.`;
}
