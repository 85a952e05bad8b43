// Ninety days as bars: the same picture as on the status page, and the same in words.
import type { Row } from '@/api/client';

export type Day = Row<'/api/v1/uptime/days'>['days'][number];
type State = Day['worst'];

/** In the picture's own units: a day's bar and the gap behind it. */
export const bar = { width: 3, step: 4, full: 34 } as const;

/** A height of its own for each state, so that colour is not needed. */
export const heights: Record<State, number> = {
  operational: 22,
  degraded: 26,
  partial: 30,
  major: bar.full,
  maintenance: 22,
  unknown: 8,
};

/** Those since it was there, each with its place; before that there is nothing to show. */
export function livedDays(days: readonly Day[], born: string): { day: Day; at: number }[] {
  return days.map((day, at) => ({ day, at })).filter(({ day }) => day.date >= born);
}

/** What somebody may ask about, newest first; planned work and wellness need no answer. */
export function troubled(days: readonly Day[]): Day[] {
  return days.filter(({ worst }) => worst !== 'operational' && worst !== 'maintenance').reverse();
}

export function troubleWords(count: number): string {
  if (count === 0) return 'No day with trouble.';
  return count === 1 ? 'One day with trouble.' : `${count} days with trouble.`;
}

/** "2026-11-22" in the reader's zone. */
export function localDate(at: string): string {
  const then = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
}
