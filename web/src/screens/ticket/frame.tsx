// Where the parts of a ticket stand. Where there is room, the conversation and the panel scroll by
// themselves and the place to answer stays in sight; a small or enlarged screen scrolls as one, so
// that nothing covers what has the focus, and the panel is folded away below the head.
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/design/button';
import { Skeleton } from '@/design/states';

type Props = {
  head: ReactNode;
  panel: ReactNode;
  /** Scrolls by itself where there is room. */
  conversation: ReactNode;
  answer: ReactNode;
};

export function Frame({ head, panel, conversation, answer }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="roomy:grid roomy:h-full roomy:grid-cols-[minmax(0,1fr)_22rem] roomy:grid-rows-[auto_minmax(0,1fr)_auto]">
      <div>{head}</div>
      <aside
        aria-label="Customer"
        className="border-line border-y bg-card roomy:col-start-2 roomy:row-span-3 roomy:row-start-1 roomy:overflow-y-auto roomy:border-s roomy:border-y-0"
      >
        <Button
          look="quiet"
          className="w-full justify-between! roomy:hidden"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          Customer, clock and services
          <ChevronDown aria-hidden className={`size-4 ${isOpen ? 'rotate-180' : ''}`} />
        </Button>
        <div className={`roomy:block ${isOpen ? '' : 'hidden'}`}>{panel}</div>
      </aside>
      {conversation}
      <div>{answer}</div>
    </div>
  );
}

export function FrameSkeleton() {
  return (
    <Frame
      head={<Skeleton lines={2} className="max-w-md px-4 py-3 md:px-6" />}
      panel={<Skeleton lines={14} className="px-4 py-2" />}
      conversation={<Skeleton lines={8} className="max-w-3xl px-4 py-3 md:px-6" />}
      answer={null}
    />
  );
}
