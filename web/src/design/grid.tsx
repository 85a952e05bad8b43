// A list of any length: only the rows in sight are in the document. Arrow keys move, Home and End
// jump, Enter opens, typing finds; a screen reader hears the place in the whole. While rows come and
// go above, what one looks at stays where it is.
import { type ReactNode, type RefObject, useRef } from 'react';
import {
  GridList,
  GridListItem,
  ListLayout,
  type Selection,
  Virtualizer,
} from 'react-aria-components';
import { useComeBack, useSteady } from './grid_place';

type Props<T extends { id: string }> = {
  label: string;
  rows: readonly T[];
  rowHeight: number;
  text: (row: T) => string;
  href: (row: T) => string;
  children: (row: T) => ReactNode;
  /** Called near the end of what is loaded. */
  onEnd?: () => void;
  /** The list itself, for those who move in it by other keys (`step`). */
  listRef?: RefObject<HTMLDivElement | null>;
  /** The row that one comes back from: marked, and at first in sight and focused. */
  current?: string | undefined;
  selected?: Selection;
  onSelect?: (selected: Selection) => void;
};

export function Grid<T extends { id: string }>(props: Props<T>) {
  const { label, rows, rowHeight, text, href, children, onEnd, current, selected, onSelect } =
    props;
  const own = useRef<HTMLDivElement>(null);
  const list = props.listRef ?? own;
  useSteady(list, rows, rowHeight);
  useComeBack(
    list,
    current,
    rows.findIndex(({ id }) => id === current),
    rowHeight,
  );
  return (
    <Virtualizer key={rowHeight} layout={ListLayout} layoutOptions={{ rowHeight }}>
      <GridList
        ref={list}
        aria-label={label}
        items={rows}
        selectionMode={onSelect ? 'multiple' : 'none'}
        selectionBehavior="toggle"
        {...(selected ? { selectedKeys: selected } : {})}
        {...(onSelect ? { onSelectionChange: onSelect } : {})}
        className="h-full overflow-y-auto outline-none"
        onScroll={(event) => {
          const list = event.currentTarget;
          if (list.scrollHeight - list.scrollTop - list.clientHeight < rowHeight * 20) onEnd?.();
        }}
      >
        {(row) => (
          <GridListItem
            id={row.id}
            textValue={text(row)}
            href={href(row)}
            className={`lit block h-full cursor-default border-line border-b outline-none data-hovered:bg-hover data-focus-visible:shadow-[inset_3px_0_0_var(--focus)] data-focus-visible:bg-chosen ${row.id === current ? 'bg-hover' : ''}`}
          >
            {children(row)}
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  );
}
