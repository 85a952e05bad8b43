import { Circle } from 'lucide-react';
import { toneIcons } from '@/design/tone';
import type { Check } from './checks';

const looks = {
  ok: { icon: toneIcons.ok, ink: 'text-ok', word: 'Well: ' },
  open: { icon: Circle, ink: 'text-soft', word: 'Missing: ' },
  look: { icon: toneIcons.warn, ink: 'text-warn', word: 'Look again: ' },
} satisfies Record<Check['state'], unknown>;

export function CheckList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="grid grid-cols-[auto_auto_minmax(0,1fr)] gap-x-2 gap-y-1.5">
      {checks.map(({ name, state, words }) => {
        const { icon: Icon, ink, word } = looks[state];
        return (
          <li key={name} className="col-span-3 grid grid-cols-subgrid items-start">
            <Icon aria-hidden className={`mt-0.75 size-4 shrink-0 ${ink}`} />
            <span className="font-medium">
              <span className="sr-only">{word}</span>
              {name}
            </span>
            <span className={state === 'look' ? ink : 'text-soft'} dir="auto">
              {words}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
