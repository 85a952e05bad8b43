// @vitest-environment jsdom
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '@/api/client';
import { queries } from '@/api/queries';
import { useSettle } from './queries';

afterEach(() => vi.restoreAllMocks());

const inHouse = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queries}>{children}</QueryClientProvider>
);

test('what became of a promise is said before the ledger is looked at again', async () => {
  vi.spyOn(api, 'POST').mockResolvedValue({ data: {}, response: new Response() });
  let looks = 0;
  const look = () => (looks++ === 0 ? Promise.resolve('seen') : new Promise<never>(() => {}));
  const { result } = renderHook(
    () => ({
      ledger: useQuery({ queryKey: ['promises', 'counts'], queryFn: look }),
      settle: useSettle({ id: 'prm_1', version: 1 }),
    }),
    { wrapper: inHouse },
  );
  await waitFor(() => expect(result.current.ledger.data).toBe('seen'));
  const onSuccess = vi.fn();
  act(() => result.current.settle.keep.mutate(undefined, { onSuccess }));
  await waitFor(() => expect(onSuccess).toHaveBeenCalledOnce());
  expect(looks).toBe(2);
});
