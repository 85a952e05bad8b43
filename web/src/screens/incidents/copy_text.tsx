// A word as a short text without anybody's name, to be handed on wherever people ask.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { languageName } from '@/app/places';
import { Button } from '@/design/button';
import { CopyBlock } from '@/design/copy';
import { Dialog } from '@/design/dialog';
import { Failure, Skeleton } from '@/design/states';
import { copyTextQuery } from './data';

export function CopyText({ notice, name }: { notice: string; name: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" className="-ms-3" onPress={() => setOpen(true)}>
        Text to hand on<span className="sr-only">: {name}</span>
      </Button>
      {isOpen && <Texts notice={notice} onClose={() => setOpen(false)} />}
    </>
  );
}

function Texts({ notice, onClose }: { notice: string; onClose: () => void }) {
  const texts = useQuery(copyTextQuery(notice));
  return (
    <Dialog title="Text to hand on" isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-soft">
          Short enough for a chat or an SMS, and without our name: a partner can use it as it is.
        </p>
        {texts.isPending ? (
          <Skeleton lines={4} />
        ) : texts.isLoadingError ? (
          <Failure error={texts.error} onRetry={() => void texts.refetch()} />
        ) : (
          texts.data.texts.map(({ language, text }) => (
            <section key={language} aria-label={languageName(language)}>
              <h3 className="mb-1 font-medium">{languageName(language)}</h3>
              <CopyBlock text={text} language={language} />
            </section>
          ))
        )}
      </div>
    </Dialog>
  );
}
