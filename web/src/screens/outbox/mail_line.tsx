import { Ago } from '@/design/moment';
import type { Line } from './queries';

export function MailLine({ line, isShown }: { line: Line; isShown: boolean }) {
  return (
    <div
      className={`grid h-full grid-cols-[minmax(0,1fr)_auto] content-center gap-x-3 border-s-3 ps-3.25 pe-4 md:ps-5.25 md:pe-5 ${isShown ? 'border-ink bg-chosen' : 'border-transparent'}`}
    >
      <span className={`truncate ${isShown ? 'font-semibold' : 'font-medium'}`} dir="auto">
        {line.subject}
      </span>
      <span className="text-sm text-soft">
        <Ago at={line.at} />
      </span>
      <span className="truncate text-sm text-soft">
        {isShown && <span className="sr-only">Shown. </span>}
        {line.to}
      </span>
    </div>
  );
}
