// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '@/api/client';
import { queries } from '@/api/queries';
import type { Ticket } from './queries';
import { useReply } from './use_send';

afterEach(() => vi.restoreAllMocks());

const ticket = { id: 'tkt_1', contact_name: 'Ada' } as Ticket;
const inHouse = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queries}>{children}</QueryClientProvider>
);

test('sent again after a lost answer it is the same reply, though its entry was seen since', async () => {
  const post = vi.spyOn(api, 'POST').mockRejectedValue(new TypeError('lost'));
  const { result } = renderHook(() => useReply(ticket, 'reply.tkt_1', () => {}), {
    wrapper: inHouse,
  });
  const send = async (seen: string) => {
    await act(() => result.current.mutateAsync({ text: 'Dear Ada', seen }).catch(() => {}));
    await waitFor(() => expect(result.current.isError).toBe(true));
  };
  await send('ent_1');
  await send('ent_2');
  const body = { text: 'Dear Ada', seen: 'ent_1' };
  expect(post.mock.calls[0]).toMatchObject(['/api/v1/tickets/{id}/replies', { body }]);
  expect(post.mock.calls[1]).toEqual(post.mock.calls[0]);
});
