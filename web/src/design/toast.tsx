// Short words about what just happened; announced to screen readers, reached with F6.
import { X } from 'lucide-react';
import {
  UNSTABLE_Toast as AriaToast,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Button, IconButton } from './button';
import { Mark, type Tone } from './tone';

type Words = { text: string; tone: Tone; action?: { verb: string; run: () => void } };

const queue = new ToastQueue<Words>({ maxVisibleToasts: 3 });

/** Says it for eight seconds, longer where something can be done about it. Answers how to end it. */
export function say(
  text: string,
  options: { tone?: Tone; action?: Words['action']; forMs?: number } = {},
): () => void {
  const { tone = 'ok', action } = options;
  const words = action ? { text, tone, action } : { text, tone };
  const key = queue.add(words, { timeout: options.forMs ?? (action ? 20_000 : 8_000) });
  return () => queue.close(key);
}

export function Toasts() {
  return (
    <ToastRegion
      queue={queue}
      className="fixed end-4 bottom-4 z-50 flex w-[min(26rem,calc(100vw-2rem))] flex-col gap-2 outline-none"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="flex items-center gap-3 rounded-lg border border-line bg-raised px-3.5 py-2 shadow-raised"
        >
          <ToastContent className="min-w-0 grow">
            <Mark tone={toast.content.tone}>
              <Text slot="title" className="text-ink">
                {toast.content.text}
              </Text>
            </Mark>
          </ToastContent>
          {toast.content.action && (
            <Button
              onPress={() => {
                toast.content.action?.run();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.verb}
            </Button>
          )}
          <IconButton label="Close" slot="close">
            <X aria-hidden className="size-4" />
          </IconButton>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
