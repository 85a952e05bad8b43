// What was sold, in words that can be read out on the phone.
import type { Gives, Row } from '@/api/client';
import { money } from '@/app/money';
import { coveredTime } from '@/design/words_of_time';

type Plan = Gives<'/api/v1/plans/{id}'>;
type Calendar = Row<'/api/v1/calendars'>;
export type Term = { name: string; words: string };

/** "€49.00 a month". */
export function price({ price, billed }: Plan): string {
  return price.minor === 0 ? 'free' : `${money(price)} a ${billed}`;
}

function within(plan: Plan, allowance: number | null, calendar: Calendar | undefined): string {
  if (allowance === null) return 'no target';
  if (plan.around_the_clock) return `within ${coveredTime(allowance)}, day and night`;
  const hours = calendar ? `covered time (${calendar.name}, ${calendar.zone})` : 'covered time';
  return `within ${coveredTime(allowance)} of ${hours}`;
}

function availability({ availability, availability_in_covered_hours }: Plan): string {
  if (availability === null) return 'no target';
  return `${availability} % of ${availability_in_covered_hours ? 'the covered hours of ' : ''}each month`;
}

const percent = (weight: number): string => `${+(weight * 100).toFixed(2)} %`;

function downtime(plan: Plan): string {
  const least = plan.minimum_outage_seconds;
  return [
    plan.groups === 'any' ? 'any service that is down' : 'each service its share',
    `partly down ${percent(plan.weight_partial)}, slow ${percent(plan.weight_degraded)}`,
    ...(least > 0
      ? [`where it lasts ${least % 60 === 0 ? `${least / 60} min` : `${least} s`}`]
      : []),
  ].join('; ');
}

/** Every term that somebody asks about; `calendar` is the plan's own, where it names one. */
export function terms(plan: Plan, calendar?: Calendar): Term[] {
  const lead = plan.notice_lead_hours;
  return [
    { name: 'First reply', words: within(plan, plan.first_reply_minutes, calendar) },
    { name: 'Next replies', words: within(plan, plan.next_reply_minutes, calendar) },
    { name: 'Solved', words: within(plan, plan.resolve_minutes, calendar) },
    {
      name: 'Availability',
      words: availability(plan),
    },
    { name: 'Counts as down', words: downtime(plan) },
    {
      name: 'Maintenance',
      words: lead === 0 ? 'announced, without a lead time' : `told at least ${lead} h before`,
    },
    { name: 'Trouble', words: `first public word within ${plan.first_word_minutes} min` },
    {
      name: 'Tickets',
      words:
        plan.tickets_a_month === null ? 'as many as they like' : `${plan.tickets_a_month} a month`,
    },
    { name: 'Price', words: price(plan) },
  ];
}
