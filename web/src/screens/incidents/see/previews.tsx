import { useQuery } from '@tanstack/react-query';
import { Send, UserX } from 'lucide-react';
import { useState } from 'react';
import type { Gives } from '@/api/client';
import { channelNames } from '@/app/channels';
import { languageName } from '@/app/places';
import { useMay } from '@/app/session';
import { brandsQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { Choice, Select } from '@/design/field';
import { Empty } from '@/design/states';
import { Mark } from '@/design/tone';
import { PreviewFrame } from './preview_frame';
import { previewName } from './preview_name';

export type Preview = Gives<'/api/v1/notices/previews', 'post'>[number];

type Look = 'light' | 'dark' | 'text';

const looks = [
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
  { id: 'text', name: 'As text' },
] as const;

/** One of each channel, brand and language that somebody in the audience has. */
export function Previews({
  previews,
  isSending,
  onSend,
}: {
  previews: readonly Preview[];
  isSending: boolean;
  onSend: (preview: Preview) => void;
}) {
  const mayBrands = useMay('read_accounts');
  const brands = useQuery({ ...brandsQuery, enabled: mayBrands }).data?.items ?? [];
  const [place, setPlace] = useState('0');
  const [look, setLook] = useState<Look>('light');
  const shown = previews[Number(place)];
  if (!shown)
    return (
      <Empty icon={UserX} title="Nobody would read it">
        No contact hears of this: the page alone would show it.
      </Empty>
    );
  const { channel, subject, text, html, parts, language } = shown;
  const isText = html === null || look === 'text';
  return (
    <div className="flex flex-col gap-3 pt-1">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-56 grow">
          <Select
            label="Who reads it"
            options={previews.map((preview, at) => ({
              id: String(at),
              name: previewName(preview, brands),
            }))}
            value={place}
            onChange={setPlace}
          />
        </div>
        {html !== null && (
          <Choice label="Look" hideLabel options={looks} value={look} onChange={setLook} />
        )}
        {channel === 'mail' && (
          <Button isPending={isSending} onPress={() => onSend(shown)}>
            <Send aria-hidden className="size-4" /> Send it to me
          </Button>
        )}
      </div>
      {subject && (
        <p className="font-semibold" dir="auto" lang={language}>
          {subject}
        </p>
      )}
      {parts > 1 && (
        <Mark tone="warn">
          Too long for one {channelNames[channel]}: each reader gets {parts}, and each is paid.
        </Mark>
      )}
      {isText || html === null ? (
        <section
          aria-label={`As text, ${languageName(language)}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
          className="max-h-[55vh] overflow-y-auto rounded-md border border-line bg-paper px-3 py-2 font-mono text-sm"
        >
          <pre className="whitespace-pre-wrap break-words" dir="auto" lang={language}>
            {text}
          </pre>
        </section>
      ) : (
        <PreviewFrame html={html} scheme={look} title={subject} />
      )}
    </div>
  );
}
