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
import { CountDown } from './count_down';
import { Mark, type Tone } from './tone';

type Action = {
  verb: string;
  run: () => void;
  /** When it can no longer be done: counts down and ends the toast (milliseconds since 1970). */
  until?: number;
};
type Words = { text: string; tone: Tone; action?: Action };

const queue = new ToastQueue<Words>({ maxVisibleToasts: 3 });

/** Says it for eight seconds, longer where something can be done about it. Answers how to end it. */
export function say(
  text: string,
  options: { tone?: Tone; action?: Action; forMs?: number } = {},
): () => void {
  const { tone = 'ok', action } = options;
  const words = action ? { text, tone, action } : { text, tone };
  const timeout = options.forMs ?? (action ? 20_000 : 8_000);
  // One that counts down ends itself; a queue's timer would wait while the mouse rests on it.
  const key = queue.add(words, action?.until === undefined ? { timeout } : {});
  return () => queue.close(key);
}

export function Toasts() {
  return (
    <ToastRegion
      queue={queue}
      className="print:hidden fixed end-2 bottom-2 z-50 flex w-[min(21rem,calc(100vw-1rem))] flex-col gap-2 outline-none"
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
              {toast.content.action.until !== undefined && (
                <CountDown
                  until={toast.content.action.until}
                  onEnd={() => queue.close(toast.key)}
                />
              )}
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
