import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileTrigger } from 'react-aria-components';
import { api, ask } from '@/api/client';
import { brandsQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { say } from '@/design/toast';
import { base64Of } from './brand_draft';
import type { Brand } from './data';

function read(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(base64Of(String(reader.result)));
    reader.onerror = () => failed(new Error('The file cannot be read.'));
    reader.readAsDataURL(file);
  });
}

/** The brand's picture; shown as an image, so that nothing in it can run. */
export function Logo({ brand, mayWrite }: { brand: Brand; mayWrite: boolean }) {
  const client = useQueryClient();
  const logo = useQuery({
    queryKey: ['accounts', 'brands', 'logo', brand.id, brand.logo],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/brands/{id}/logo', { params: { path: { id: brand.id } }, signal })),
    enabled: brand.logo !== null,
  }).data;
  const send = useMutation({
    mutationFn: async (file: File) =>
      ask(
        api.PUT('/api/v1/brands/{id}/logo', {
          params: { path: { id: brand.id } },
          body: { type: file.type, data: await read(file) },
        }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: brandsQuery.queryKey });
      say(`“${brand.name}” has a new logo.`);
    },
    onError: (error) => say(error.message, { tone: 'bad' }),
  });
  return (
    <span className="flex items-center gap-3">
      {logo && (
        <img
          src={`data:${logo.type};base64,${logo.data}`}
          alt={`Logo of ${brand.name}`}
          className="max-h-8 max-w-28 rounded-sm bg-card"
        />
      )}
      {mayWrite && (
        <FileTrigger
          acceptedFileTypes={['image/png', 'image/svg+xml']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) send.mutate(file);
          }}
        >
          <Button className="whitespace-nowrap" isPending={send.isPending}>
            {logo ? 'Another logo …' : 'Add a logo …'}
          </Button>
        </FileTrigger>
      )}
    </span>
  );
}
