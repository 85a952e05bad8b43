import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Incident } from './data';

/** Something was done with an incident: what it is now shows at once, all else looks again. */
export function useIncidentChange<V>(change: (wish: V) => Promise<Incident>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (now) => {
      client.setQueryData(['status', 'incident', now.id], now);
      for (const room of ['status', 'notify', 'tickets', 'promises'])
        void client.invalidateQueries({ queryKey: [room] });
    },
  });
}

/** Refused where somebody else changed it meanwhile. */
export const asSeen = ({ id, version }: Incident) => ({
  params: { path: { id } },
  headers: { 'If-Match': `"${version}"` },
});
