// When somebody must have answered, and why then.
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Moment } from '@/design/moment';
import { duration } from '@/design/words_of_time';
import { Due } from '../inbox/ticket_line';
import { allowanceWords } from './clock_words';
import { Part } from './part';
import type { Panel } from './queries';

type Clock = NonNullable<Panel['clock']>;

function Why({ clock }: { clock: Clock }) {
  if (clock.counted.length === 0)
    return (
      <p className="text-sm">
        Asked <Moment at={clock.asked_at} />. No covered hours explain <Moment at={clock.due_at} />:
        it was moved by hand, or the plan has changed since.
      </p>
    );
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p>{allowanceWords(clock)}</p>
      <p>
        Asked <Moment at={clock.asked_at} />. This time counts:
      </p>
      <table className="w-full">
        <caption className="sr-only">Time that counts</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Length</th>
          </tr>
        </thead>
        <tbody>
          {clock.counted.map(({ from, to }) => (
            <tr key={from} className="border-line border-b last:border-b-0">
              <td className="py-0.5">
                <Moment at={from} />
              </td>
              <td className="py-0.5">
                <span aria-hidden>– </span>
                <Moment at={to} />
              </td>
              <td className="py-0.5 text-end text-soft">
                {duration(Date.parse(to) - Date.parse(from))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        So it is due <Moment at={clock.due_at} />.
      </p>
    </div>
  );
}

export function ClockPart({ clock }: { clock: Clock }) {
  return (
    <Part
      title="Clock"
      aside={
        <DialogTrigger>
          <Button className="min-h-6 rounded-sm text-link underline underline-offset-3">
            Why?
          </Button>
          <Popover
            placement="bottom end"
            className="w-80 max-w-[calc(100vw-1rem)] overflow-auto rounded-lg border border-line bg-raised p-3.5 shadow-raised"
          >
            <Dialog aria-label="Why it is due then" className="outline-none">
              <Why clock={clock} />
            </Dialog>
          </Popover>
        </DialogTrigger>
      }
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Due at={clock.due_at} />
        <span>
          {clock.source === 'first_reply' ? 'First reply' : 'Next reply'} by{' '}
          <Moment at={clock.due_at} />
        </span>
      </div>
    </Part>
  );
}
