// What is asked of a proof, whatever it is of, and what it is called.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask, type Gives, type Row } from '@/api/client';
import type { Side } from '@/app/router';

export type Proof = Gives<'/api/v1/incidents/{id}/proof'>;
export type Delivery = Row<'/api/v1/incidents/{id}/proof/deliveries'>;

/** Of what: the rooms of the API that have proofs. */
export type ProofOf = { room: 'incidents' | 'windows' | 'news'; id: string };
export type LinesWanted = { side?: Side; q?: string; contact?: string };

const mostAPage = 200;

const countsOf = ({ room, id }: ProofOf, signal: AbortSignal) => {
  const asked = { params: { path: { id } }, signal };
  if (room === 'windows') return ask(api.GET('/api/v1/windows/{id}/proof', asked));
  if (room === 'news') return ask(api.GET('/api/v1/news/{id}/proof', asked));
  return ask(api.GET('/api/v1/incidents/{id}/proof', asked));
};

const linesOf = (
  { room, id }: ProofOf,
  query: LinesWanted & { after?: string; limit: number },
  signal: AbortSignal,
) => {
  const asked = { params: { path: { id }, query }, signal };
  if (room === 'windows') return ask(api.GET('/api/v1/windows/{id}/proof/deliveries', asked));
  if (room === 'news') return ask(api.GET('/api/v1/news/{id}/proof/deliveries', asked));
  return ask(api.GET('/api/v1/incidents/{id}/proof/deliveries', asked));
};

export const csvOf = ({ room, id }: ProofOf) => `/api/v1/${room}/${id}/proof.csv`;

/** How many were told, will be, and were not. */
export const proofQuery = (of: ProofOf) =>
  queryOptions({
    queryKey: ['notify', 'proof', of.id],
    queryFn: ({ signal }) => countsOf(of, signal),
  });

/** Its lines, page by page: all of them, or those that are wanted. */
export const linesQuery = (of: ProofOf, wanted: LinesWanted = {}, limit = mostAPage) =>
  infiniteQueryOptions({
    queryKey: ['notify', 'proof', of.id, 'lines', wanted, limit],
    queryFn: ({ pageParam, signal }) =>
      linesOf(of, { ...wanted, limit, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** A line has no id of its own; a contact hears a word once on each channel. */
export const lineKey = ({ notice, contact, post, channel }: Delivery) =>
  `${notice} ${contact ?? post} ${channel}`;
