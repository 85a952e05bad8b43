// The way through the list that one came from, and back to it.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { flat } from '@/api/queries';
import type { TicketList } from '@/app/router';
import { neighbours, rememberOpened, type TicketRow, ticketListQuery } from '@/app/ticket_list';

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
  return {
    previous: rows.find((row) => row.id === around.previous),
    next: rows.find((row) => row.id === around.next),
    go: (ticket) => {
      if (ticket) void navigate({ to: '/tickets/$id', params: { id: ticket.id }, search: list });
    },
    back: () => void navigate({ to: '/inbox', search: list }),
  };
}
