import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@/api/client';
import { say } from '@/design/toast';
import type { Notice } from './data';

type Act = 'cancel' | 'pause' | 'resume' | 'cancel-rest' | 'approve';

/** What is done about a notice that is on its way; what became of it is looked at again. */
export function useNoticeAct(notice: Notice, act: Act) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      ask(api.POST(`/api/v1/notices/{id}/${act}`, { params: { path: { id: notice.id } } })),
    onError: (error) => say(error.message, { tone: 'bad' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['notify'] }),
  });
}
