// A table of a few dozen rows. What can be thousands of rows is a Grid (grid.tsx).
import type { ReactNode } from 'react';

export type Column<T> = {
  name: string;
  cell: (row: T) => ReactNode;
  /** Numbers and times. */
  end?: boolean;
  /** Only where there is room; what it says must stand elsewhere, too. */
  wide?: boolean;
  /** What can be done: needs no name on a card. */
  actions?: boolean;
  /** Small enough for a card's upper corner. */
  corner?: boolean;
};

/**
 * A caption names it for screen readers; below 40 rem each row becomes a card of its cells, which say
 * their names then.
 */
export function Table<T>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
}) {
  const shown = (column: Column<T>) => (column.wide ? 'max-md:hidden' : '');
  const hasCorner = columns.some(({ corner }) => corner);
  const place = (column: Column<T>, at: number) =>
    column.corner
      ? 'max-sm:absolute max-sm:end-0 max-sm:top-1.5 max-sm:px-2'
      : `max-sm:px-4 ${at === 0 && hasCorner ? 'max-sm:pe-14' : ''}`;
  return (
    <table className="w-full border-collapse text-start max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-line border-b text-sm text-soft">
          {columns.map((column) => (
            <th
              key={column.name}
              scope="col"
              className={`px-3 py-1.5 font-medium first:ps-4 last:pe-4 ${column.end ? 'text-end' : 'text-start'} ${shown(column)}`}
            >
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="relative border-line border-b last:border-b-0 hover:bg-hover max-sm:block max-sm:py-2"
          >
            {columns.map((column, at) => {
              const said = column.cell(row);
              // On a card a name with nothing behind it would be left.
              const none =
                said === null || said === undefined || said === '' ? 'max-sm:hidden' : '';
              return (
                <td
                  key={column.name}
                  className={`px-3 py-2 align-top sm:first:ps-4 sm:last:pe-4 ${none || 'max-sm:block'} max-sm:py-0.5 max-sm:text-start ${column.end ? 'text-end' : ''} ${place(column, at)} ${shown(column)}`}
                >
                  {at > 0 && !column.actions && (
                    <span className="text-sm text-soft sm:hidden">{column.name}: </span>
                  )}
                  {said}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
