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
    <ul className="flex flex-col gap-1.5">
      {checks.map(({ name, state, words }) => {
        const { icon: Icon, ink, word } = looks[state];
        return (
          <li key={name} className="flex items-start gap-2">
            <Icon aria-hidden className={`mt-0.75 size-4 shrink-0 ${ink}`} />
            <span className="min-w-0">
              <span className="sr-only">{word}</span>
              {name}
              <span className={`block text-sm ${state === 'look' ? ink : 'text-soft'}`} dir="auto">
                {words}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
