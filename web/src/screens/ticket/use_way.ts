// The way through the list that one came from, and back to it.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { flat, queries } from '@/api/queries';
import type { TicketList } from '@/app/router';
import { neighbours, rememberOpened, type TicketRow, ticketListQuery } from '@/app/ticket_list';
import { panelQuery, ticketQuery } from './queries';

export type Way = {
  previous: TicketRow | undefined;
  next: TicketRow | undefined;
  go: (ticket: TicketRow | undefined) => void;
  back: () => void;
};

export function useWay(id: string, list: TicketList): Way {
  const navigate = useNavigate();
  const rows = flat(useInfiniteQuery(ticketListQuery(list)).data);
  const ids = rows.map((row) => row.id);
  const before = useRef<readonly string[]>([]);
  const around = neighbours(ids, before.current, id);
  useEffect(() => {
    if (ids.includes(id)) before.current = ids;
  });
  useEffect(() => rememberOpened(id), [id]);
  const { next } = around;
  useEffect(() => {
    // It is read while this one is answered, so that going on takes no time.
    if (!next) return;
    void queries.prefetchQuery(ticketQuery(next));
    void queries.prefetchQuery(panelQuery(next));
  }, [next]);
  return {
    previous: rows.find((row) => row.id === around.previous),
    next: rows.find((row) => row.id === next),
    go: (ticket) => {
      if (ticket) void navigate({ to: '/tickets/$id', params: { id: ticket.id }, search: list });
    },
    back: () => void navigate({ to: '/inbox', search: list }),
  };
}
