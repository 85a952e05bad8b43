// A month with what is planned, what is reserved, and what customers have on then.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNow } from '@/design/moment';
import { Mark } from '@/design/tone';
import { clockOf } from '@/design/words_of_time';
import { StateChip, windowWords } from '@/screens/incidents/state_words';
import type { Calendar } from './data';
import { type Day, monthOf, onDay, weeksOf, withoutWindow } from './month';
import { occurrenceWords } from './window_words';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const dayName = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

export function MonthCalendar({ month, calendar: all }: { month: string; calendar: Calendar }) {
  const weeks = weeksOf(month);
  const calendar = { ...all, occurrences: withoutWindow(all.occurrences, all.windows) };
  return (
    <>
      <table className="w-full table-fixed border-collapse max-md:hidden">
        <caption className="sr-only">What is planned, by day</caption>
        <thead>
          <tr className="text-sm text-soft">
            {weekdays.map((name) => (
              <th key={name} scope="col" className="px-2 py-1.5 text-start font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.id} className="border-line border-t">
              {week.map((day) => (
                <Cell key={day.id} day={day}>
                  <Entries day={day} calendar={calendar} />
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Agenda days={weeks.flat()} month={month} calendar={calendar} />
      {calendar.is_cut && (
        <p className="px-4 py-3 text-soft">
          There is more in this month than fits here; the latest of it is missing.
        </p>
      )}
    </>
  );
}

function Cell({ day, children }: { day: Day; children: ReactNode }) {
  const now = useNow();
  const isToday = day.from <= now && now < day.to;
  return (
    <td className="h-24 border-line border-s px-2 py-1.5 align-top first:border-s-0">
      <time
        dateTime={day.id}
        {...(isToday ? { 'aria-current': 'date' as const } : {})}
        className={`text-sm ${isToday ? 'filled rounded-full bg-ink px-1.5 font-semibold text-paper' : 'text-soft'} ${day.isOfMonth ? '' : 'italic'}`}
      >
        {day.number}
        {!day.isOfMonth && <span className="sr-only"> {dayName.format(day.from)}</span>}
      </time>
      {children}
    </td>
  );
}

/** The same as a list, where a month of columns has no room: days with something on them only. */
function Agenda({
  days,
  month,
  calendar,
}: {
  days: readonly Day[];
  month: string;
  calendar: Calendar;
}) {
  const all = [...calendar.windows, ...calendar.occurrences, ...calendar.critical_dates];
  const busy = days.filter((day) => monthOf(day.from) === month && onDay(all, day).length > 0);
  if (busy.length === 0)
    return <p className="px-4 py-3 text-soft md:hidden">Nothing is planned in this month.</p>;
  return (
    <ol className="md:hidden">
      {busy.map((day) => (
        <li key={day.id} className="border-line border-t px-4 py-2 first:border-t-0">
          <h3 className="font-medium text-sm text-soft">{dayName.format(day.from)}</h3>
          <Entries day={day} calendar={calendar} />
        </li>
      ))}
    </ol>
  );
}

/** From when on this day, or that it lasts from the day before. */
function startOn(day: Day, startsAt: string): string {
  return Date.parse(startsAt) < day.from ? '… ' : `${clockOf(startsAt)} `;
}

function Entries({ day, calendar }: { day: Day; calendar: Calendar }) {
  const windows = onDay(calendar.windows, day);
  const reserved = onDay(calendar.occurrences, day);
  const dates = onDay(calendar.critical_dates, day);
  if (windows.length + reserved.length + dates.length === 0) return null;
  return (
    <ul className="mt-0.5 flex flex-col gap-0.5 text-sm">
      {windows.map((window) => (
        <li key={window.id}>
          <Link
            to="/windows"
            search={(before) => ({ ...before, window: window.id })}
            className="lit block rounded-sm py-0.5 hover:bg-hover"
          >
            <StateChip state={windowWords[window.state]} />{' '}
            <span className={window.state === 'cancelled' ? 'line-through' : ''}>
              {startOn(day, window.starts_at)}
              <span dir="auto">{window.title}</span>
            </span>
          </Link>
        </li>
      ))}
      {reserved.map(({ series, starts_at, title, state }) => (
        <li key={series + starts_at}>
          <Link
            to="/windows"
            search={(before) => ({ ...before, series })}
            className="lit block rounded-sm py-0.5 hover:bg-hover"
          >
            <StateChip state={occurrenceWords[state]} /> {startOn(day, starts_at)}
            <span dir="auto">{title}</span>
          </Link>
        </li>
      ))}
      {dates.map(({ id, account, account_name, title, starts_at }) => (
        <li key={id}>
          <Link
            to="/accounts/$id"
            params={{ id: account }}
            className="lit block rounded-sm py-0.5 hover:bg-hover"
          >
            <Mark tone="warn" icon="info">
              {startOn(day, starts_at)}
              <span dir="auto">
                {account_name}: {title}
              </span>
            </Mark>
          </Link>
        </li>
      ))}
    </ul>
  );
}
