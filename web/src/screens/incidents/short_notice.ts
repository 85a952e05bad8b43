// Whether a window is announced later than the plans promise to those whom it touches.

export type Lead = { name: string; notice_lead_hours: number };

/** The plans whose promised lead a window that starts at this moment breaks, longest lead first. */
export function brokenLeads(startsAt: string, now: number, plans: readonly Lead[]): Lead[] {
  const ahead = Date.parse(startsAt) - now;
  return plans
    .filter(({ notice_lead_hours }) => ahead < notice_lead_hours * 3_600_000)
    .toSorted((one, other) => other.notice_lead_hours - one.notice_lead_hours);
}

/** "Pro was promised 72 h, Business 48 h." */
export function leadWords(plans: readonly Lead[]): string {
  const words = plans.map(({ name, notice_lead_hours }, at) =>
    at === 0
      ? `${name} was promised ${notice_lead_hours} h of notice`
      : `${name} ${notice_lead_hours} h`,
  );
  return words.length === 0 ? '' : `${words.join(', ')}.`;
}
