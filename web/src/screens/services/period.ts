// The stretches of time over which uptime is asked for, in the reader's zone.
import type { UptimePeriod } from '@/app/router';

export const periodNames: Record<UptimePeriod, string> = {
  '7d': '7 days',
  '30d': '30 days',
  '90d': '90 days',
  month: 'This month',
  last_month: 'Last month',
};

/** Whole days, so that it is one question for a day; without an end it goes until now. */
export function spanOf(period: UptimePeriod, now: number): { from: string; to?: string } {
  const today = new Date(now);
  const [year, month, date] = [today.getFullYear(), today.getMonth(), today.getDate()];
  const start = (month: number, date: number) => new Date(year, month, date).toISOString();
  switch (period) {
    case 'month':
      return { from: start(month, 1) };
    case 'last_month':
      return { from: start(month - 1, 1), to: start(month, 1) };
    default:
      return { from: start(month, date - Number.parseInt(period, 10)) };
  }
}
