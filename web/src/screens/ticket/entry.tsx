import { ChevronRight, CornerUpLeft, Lock, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/design/button';
import { CountDown } from '@/design/count_down';
import { Moment } from '@/design/moment';
import { Chip } from '@/design/tone';
import { CustomerText } from './customer_text';
import type { Entry } from './queries';
import { type Sent, undo } from './undo';

export function entryPlace(id: string): string {
  return `entry-${id}`;
}

/** Folded away, one line high, until somebody wants to read it. */
function Folded({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="inline-flex min-h-6 max-w-full cursor-default list-none items-center gap-1 rounded-sm text-sm text-soft hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 shrink-0 group-open:rotate-90" />
        {summary}
      </summary>
      <div className="mt-1 border-line border-s-2 ps-3">{children}</div>
    </details>
  );
}

const looks = {
  from_customer: { word: 'Customer', icon: UserRound, box: 'bg-card border-line me-4 md:me-10' },
  from_us: { word: 'Us', icon: CornerUpLeft, box: 'bg-chosen border-line ms-4 md:ms-10' },
  note: {
    word: 'Internal note',
    icon: Lock,
    box: 'bg-warn-wash border-edge border-dashed ms-4 md:ms-10',
  },
} as const;

function NotVerified() {
  return (
    <div className="mt-1.5 flex flex-wrap items-baseline gap-x-2 text-sm">
      <Chip tone="warn">Sender not verified</Chip>
      <span className="text-soft">
        Nothing proves that this mail comes from that address. Tell nothing that only the customer
        may know.
      </span>
    </div>
  );
}

/** After a reload there is no toast any more, but still time to take it back. */
function Leaving({ sent }: { sent: Sent }) {
  const [hasLeft, setLeft] = useState(false);
  if (hasLeft) return null;
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-2 text-sm text-soft">
      It leaves in a moment.
      <Button onPress={() => undo(sent)}>
        Undo <CountDown until={sent.until} onEnd={() => setLeft(true)} />
      </Button>
    </div>
  );
}

type Props = {
  entry: Entry;
  isNew: boolean;
  /** Set while it can be taken back. */
  sent?: Sent | undefined;
};

export function EntryLine({ entry, isNew, sent }: Props) {
  const place = entryPlace(entry.id);
  if (entry.kind === 'acknowledgement')
    return (
      <li id={place} className="px-1">
        <Folded
          summary={
            <span>
              Acknowledged automatically, <Moment at={entry.at} />
            </span>
          }
        >
          <CustomerText text={entry.text} soft />
        </Folded>
      </li>
    );
  const { word, icon: Icon, box } = looks[entry.kind];
  return (
    <li id={place} tabIndex={-1} className={`scroll-my-3 rounded-lg border px-3.5 py-2.5 ${box}`}>
      <div className="mb-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Icon aria-hidden className="size-4 shrink-0 text-soft" />
        <span className="font-semibold" dir="auto">
          {entry.author_name || word}
        </span>
        {entry.author_name && <span className="text-soft">{word}</span>}
        {isNew && (
          <Chip tone="plan" icon="info">
            New
          </Chip>
        )}
        <span className="ms-auto text-soft">
          <Moment at={entry.at} />
        </span>
      </div>
      <CustomerText text={entry.text} />
      {!entry.verified && <NotVerified />}
      {entry.folded && (
        <div className="mt-1.5">
          <Folded summary="Quoted text and signature">
            <CustomerText text={entry.folded} soft />
          </Folded>
        </div>
      )}
      {sent && <Leaving sent={sent} />}
    </li>
  );
}
