// What waits for a partner: read, changed where his customers should read something else, released.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { api, ask } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { Button } from '@/design/button';
import { Dialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { Locked } from '@/design/locked';
import { Ago, Moment } from '@/design/moment';
import { Empty, Failure, Refusal, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { countOf } from '@/design/words';
import { type Brand, type Held, heldQuery } from './data';

export function HeldDialog({ brand, onClose }: { brand: Brand; onClose: () => void }) {
  const held = useQuery(heldQuery(brand.id));
  return (
    <Dialog title={`Held for ${brand.name}`} isOpen wide stays onClose={onClose}>
      {held.isPending ? (
        <Skeleton lines={6} />
      ) : held.isLoadingError ? (
        <Failure error={held.error} onRetry={() => void held.refetch()} />
      ) : held.data.items.length === 0 ? (
        <Empty icon={MailCheck} title="Nothing is held">
          What customers of {brand.name} hear only after its release waits here.
        </Empty>
      ) : (
        <ul className="flex flex-col gap-4 pt-1">
          {held.data.items.map((notice) => (
            <HeldNotice key={notice.id} notice={notice} brand={brand} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function HeldNotice({ notice, brand }: { notice: Held; brand: Brand }) {
  const [title, setTitle] = useState(notice.title);
  const [text, setText] = useState(notice.text);
  const client = useQueryClient();
  const isNewTitle = title.trim() !== notice.title.trim();
  const isNewText = text.trim() !== notice.text.trim();
  const isChanged = isNewTitle || isNewText;
  const release = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/brands/{id}/held/{notice}/release', {
          params: { path: { id: brand.id, notice: notice.id } },
          body: {
            title: isNewTitle ? title.trim() : null,
            text: isNewText ? text.trim() : null,
          },
        }),
      ),
    onSuccess: () =>
      void say(`Released: ${countOf(notice.deliveries, 'mail')} to customers of ${brand.name}.`),
    onSettled: () => client.invalidateQueries({ queryKey: ['notify'] }),
  });
  const change = (set: (words: string) => void, words: string) => {
    if (release.isError) release.reset();
    set(words);
  };
  return (
    <li className="flex flex-col gap-2 border-line border-t pt-3 first:border-t-0 first:pt-0">
      <div>
        <Link
          {...placeOf(notice)}
          className="font-medium text-link underline underline-offset-2"
          dir="auto"
        >
          {notice.title}
        </Link>
        <p className="text-sm text-soft">
          held <Ago at={notice.held_at} />, {countOf(notice.deliveries, 'mail')} wait;{' '}
          {notice.releases_at ? (
            <>
              leaves by itself <Moment at={notice.releases_at} />
            </>
          ) : (
            <>
              not sent at all after <Moment at={notice.expires_at} />
            </>
          )}
        </p>
      </div>
      <Locked when={release.isPending}>
        <div className="flex flex-col gap-2">
          <TextField
            label={`Title for customers of ${brand.name}`}
            value={title}
            onChange={(next) => change(setTitle, next)}
            error={fieldError(release.error, 'title')}
          />
          <TextField
            label={`What customers of ${brand.name} read`}
            rows={4}
            value={text}
            onChange={(next) => change(setText, next)}
            error={fieldError(release.error, 'text')}
          />
        </div>
      </Locked>
      <Refusal error={formError(release.error, ['title', 'text'])} />
      <div className="flex flex-wrap gap-2">
        <Button look="main" isPending={release.isPending} onPress={() => release.mutate()}>
          {isChanged ? 'Release as changed' : 'Release'}
          <span className="sr-only"> of “{notice.title}”</span>
        </Button>
        {isChanged && (
          <Button
            look="quiet"
            onPress={() => {
              change(setTitle, notice.title);
              change(setText, notice.text);
            }}
          >
            Back to our words
          </Button>
        )}
      </div>
    </li>
  );
}

function placeOf({ about }: Held) {
  if (about.startsWith('win_')) return { to: '/windows', search: { window: about } } as const;
  if (about.startsWith('not_')) return { to: '/news' } as const;
  return { to: '/incidents/$id', params: { id: about } } as const;
}
