import { useQuery } from '@tanstack/react-query';
import { UserX } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/app/session';
import { brandsQuery } from '@/app/shared_queries';
import { Choice, Select } from '@/design/field';
import { Empty } from '@/design/states';
import { PreviewPanel } from './preview_panel';
import { type Medium, mediaOf, readerName } from './preview_words';
import type { Preview, TrialWish } from './see';
import { Trial } from './trial';

/** One of each channel, brand and language that somebody in the audience has. */
export function Previews({
  previews,
  isSending,
  onSend,
}: {
  previews: readonly Preview[];
  isSending: boolean;
  onSend: (wish: TrialWish) => void;
}) {
  const mayBrands = useMay('read_accounts');
  const brands = useQuery({ ...brandsQuery, enabled: mayBrands }).data?.items ?? [];
  const [medium, setMedium] = useState<Medium>('mail');
  const [place, setPlace] = useState('0');
  const media = mediaOf(previews);
  const open = media.some(({ id }) => id === medium) ? medium : media[0]?.id;
  const readers = previews.filter(({ channel }) => channel === open);
  const shown = readers[Number(place)] ?? readers[0];
  if (!open || !shown)
    return (
      <Empty icon={UserX} title="Nobody would read it">
        No contact hears of this: the page alone would show it.
      </Empty>
    );
  const trial = (
    <Trial key={`${open} ${place}`} preview={shown} isSending={isSending} onSend={onSend} />
  );
  return (
    <div className="flex flex-col gap-3 pt-1">
      <Choice
        label="By which channel"
        hideLabel
        options={media}
        value={open}
        onChange={(next) => {
          setMedium(next);
          setPlace('0');
        }}
      />
      {readers.length > 1 && (
        <Select
          label="Who reads it"
          options={readers.map((reader, at) => ({
            id: String(at),
            name: readerName(reader, brands),
          }))}
          value={place}
          onChange={setPlace}
        />
      )}
      {/* A mail is long: below it nobody would find the button. */}
      {open === 'mail' && trial}
      <PreviewPanel key={open} preview={shown} />
      {open !== 'mail' && trial}
    </div>
  );
}
