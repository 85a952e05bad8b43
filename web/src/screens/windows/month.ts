// A month as weeks of days in the reader's zone, and what falls on each day.

export type Day = {
  /** "2026-11-21" */
  id: string;
  number: number;
  /** Of the month that is shown; the others fill its first and last week. */
  isOfMonth: boolean;
  from: number;
  to: number;
};

const two = (number: number) => String(number).padStart(2, '0');
const idOf = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** "2026-11" of a moment. */
export const monthOf = (ms: number): string => idOf(new Date(ms)).slice(0, 7);

/** The month so many months later. */
export function later(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthOf(new Date(year, number - 1 + months, 1).getTime());
}

/** "November 2026" */
export function monthName(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' }).format(
    new Date(year, number - 1, 1),
  );
}

/** Whole weeks, Monday first. A day ends where the next begins, whatever the clocks do that night. */
export function weeksOf(month: string): Day[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = new Date(year, number - 1, 1);
  const before = (first.getDay() + 6) % 7;
  const length = new Date(year, number, 0).getDate();
  const weeks = Math.ceil((before + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const place = week * 7 + weekday + 1 - before;
      const from = new Date(year, number - 1, place);
      return {
        id: idOf(from),
        number: from.getDate(),
        isOfMonth: place >= 1 && place <= length,
        from: from.getTime(),
        to: new Date(year, number - 1, place + 1).getTime(),
      };
    }),
  );
}

type Reserved = { series: string; starts_at: string };

/** Reserved times without those at whose very moment their window stands: one entry says enough. */
export const withoutWindow = <T extends Reserved>(
  occurrences: readonly T[],
  windows: readonly { series: string | null; starts_at: string }[],
): T[] =>
  occurrences.filter(
    ({ series, starts_at }) =>
      !windows.some((window) => window.series === series && window.starts_at === starts_at),
  );

type Span = { starts_at: string; ends_at: string };

/** Those that touch the day, the earliest first. */
export function onDay<T extends Span>(spans: readonly T[], { from, to }: Day): T[] {
  return spans
    .filter(({ starts_at, ends_at }) => Date.parse(starts_at) < to && Date.parse(ends_at) > from)
    .toSorted((one, other) => Date.parse(one.starts_at) - Date.parse(other.starts_at));
}
