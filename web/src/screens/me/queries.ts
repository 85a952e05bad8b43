import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@/api/client';

/** Proves by a password or a code, and looks again at who we are. */
function useProof<T>(mutationFn: (typed: string) => Promise<T>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['team'] }),
  });
}

export const useBegin = () =>
  useMutation({
    mutationFn: (password: string) =>
      ask(api.POST('/api/v1/me/second-factor', { body: { password } })),
  });

export const useConfirm = () =>
  useProof((code) => ask(api.POST('/api/v1/me/second-factor/confirm', { body: { code } })));

export const useNewCodes = () =>
  useProof((code) => ask(api.POST('/api/v1/me/second-factor/recovery-codes', { body: { code } })));

export const useOff = () =>
  useProof((password) => ask(api.POST('/api/v1/me/second-factor/off', { body: { password } })));
