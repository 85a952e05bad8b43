import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Row, type Takes } from '@/api/client';

export type Template = Row<'/api/v1/templates'>;
export type NewTemplate = Takes<'/api/v1/templates'>;

function useTemplateMutation<V, T>(mutationFn: (wish: V) => Promise<T>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queries.invalidateQueries({ queryKey: ['status', 'templates'] }),
  });
}

/** A new one, or all of one anew. */
export const useSaveTemplate = (template: Template | undefined) =>
  useTemplateMutation((body: NewTemplate) =>
    template
      ? ask(
          api.PUT('/api/v1/templates/{id}', {
            params: { path: { id: template.id } },
            headers: { 'If-Match': `"${template.version}"` },
            body,
          }),
        )
      : ask(api.POST('/api/v1/templates', { body })),
  );

export const useDeleteTemplate = () =>
  useTemplateMutation(({ id }: Template) =>
    ask(api.DELETE('/api/v1/templates/{id}', { params: { path: { id } } })),
  );
