import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, ask } from '@/api/client';
import { useAttempt } from '@/app/attempts';
import { type Draft, draftBody } from './compose_draft';
import { type Incident, type NewIncident, noticesQuery } from './data';
import { sayWhenMailsLeave } from './leaving';

function send(suspected: Incident | undefined, body: NewIncident, key: string) {
  const header = { 'Idempotency-Key': key };
  if (!suspected) return ask(api.POST('/api/v1/incidents', { params: { header }, body }));
  return ask(
    api.POST('/api/v1/incidents/{id}/publish', {
      params: { path: { id: suspected.id }, header },
      headers: { 'If-Match': `"${suspected.version}"` },
      body,
    }),
  );
}

/** Publishes a new incident, or one that was suspected until now, and leads to it. */
export function usePublish(
  suspected: Incident | undefined,
  draftName: string,
  clear: () => void,
  onRefused: (error: Error) => void,
) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const attempt = useAttempt<NewIncident>(draftName);
  return useMutation({
    mutationFn: (draft: Draft) =>
      attempt.run(
        draft,
        (written) => draftBody(written, Date.now()),
        (body, key) => send(suspected, body, key),
      ),
    onSuccess: (incident) => {
      clear();
      client.setQueryData(['status', 'incident', incident.id], incident);
      void client.invalidateQueries({ queryKey: ['status', 'incidents'] });
      void sayWhenMailsLeave(client, noticesQuery(incident.id));
      void navigate({ to: '/incidents/$id', params: { id: incident.id } });
    },
    onError: onRefused,
  });
}
