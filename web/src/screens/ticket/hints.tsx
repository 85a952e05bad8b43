// What the console notices in a draft: questions whose answer is on file, and times that it gives.
import { useMutation } from '@tanstack/react-query';
import { Handshake, Info, type LucideIcon } from 'lucide-react';
import { type ReactNode, useDeferredValue } from 'react';
import { api, ask, type Takes } from '@/api/client';
import { queries } from '@/api/queries';
import { useAttempt } from '@/app/attempts';
import { theirClock } from '@/app/places';
import { useMay, useMe } from '@/app/session';
import { Button } from '@/design/button';
import { CopyIcon } from '@/design/copy';
import { Moment, useNow } from '@/design/moment';
import { say } from '@/design/toast';
import { asksFor, type Kind } from './asks_for';
import { type Found, findsPromises } from './finds_promise';
import type { Panel, Ticket } from './queries';

const kindNames: Record<Kind, string> = {
  email: 'e-mail',
  phone: 'phone',
  name: 'name',
  account: 'account name',
  plan: 'plan',
  zone: 'time zone',
};

function onFile({ contact, account, plan }: Panel): Record<Kind, string | undefined> {
  return {
    email: contact.email,
    phone: contact.phone ?? undefined,
    name: contact.name,
    account: account?.name,
    plan: plan?.name,
    zone: contact.zone,
  };
}

function Hint({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-2">
      <Icon aria-hidden className="mt-2 size-4 text-soft" />
      <div className="flex min-h-8 flex-wrap items-center gap-x-2">{children}</div>
    </li>
  );
}

function Promised({ found, panel, ticket }: { found: Found; panel: Panel; ticket: Ticket }) {
  const { person } = useMe();
  const { contact } = panel;
  const attempt = useAttempt<Takes<'/api/v1/promises'>>(`promise.${ticket.id}.${found.words}`);
  const add = useMutation({
    mutationFn: () =>
      attempt.run(
        found.sentence,
        (text) => ({
          text,
          to: contact.id,
          due_at: found.dueAt,
          about: ticket.id,
          ...(person ? { owner: person.id } : {}),
        }),
        (body, key) =>
          ask(
            api.POST('/api/v1/promises', { params: { header: { 'Idempotency-Key': key } }, body }),
          ),
      ),
    onSuccess: () => {
      say('It stands in the promise ledger.', { forMs: 4_000 });
      void queries.invalidateQueries({ queryKey: ['promises'] });
      return queries.invalidateQueries({ queryKey: ['tickets', 'panel', ticket.id] });
    },
  });
  const there = theirClock(found.dueAt, contact.zone);
  return (
    <Hint icon={Handshake}>
      <span className="min-w-0">
        “{found.words}” is a promise for <Moment at={found.dueAt} />
        {there && (
          <>
            {' '}
            ({there} for {contact.name})
          </>
        )}
        .
      </span>
      <Button isPending={add.isPending} onPress={() => add.mutate()}>
        Add to the promises
      </Button>
      {add.error && (
        <span role="alert" className="text-bad">
          {add.error.message}
        </span>
      )}
    </Hint>
  );
}

/** "Within two hours" moves on while one writes; it is the same promise some minutes later. */
const aboutTheSameMs = 15 * 60_000;

function isSame(promise: Panel['promises'][number], ticket: string, dueAt: string): boolean {
  const { about, due_at, source } = promise;
  if (about !== ticket || source !== 'by_hand' || !due_at) return false;
  return Math.abs(Date.parse(due_at) - Date.parse(dueAt)) < aboutTheSameMs;
}

/** `text` is a reply that is being written. */
export function Hints({ text, ticket, panel }: { text: string; ticket: Ticket; panel: Panel }) {
  const draft = useDeferredValue(text);
  const now = useNow();
  const mayPromise = useMay('keep_promises');
  const known = onFile(panel);
  const asked = asksFor(draft).filter((kind) => known[kind]);
  const promised = mayPromise
    ? findsPromises(draft, now).filter(({ dueAt }) =>
        panel.promises.every((promise) => !isSame(promise, ticket.id, dueAt)),
      )
    : [];
  return (
    <div aria-live="polite">
      {asked.length + promised.length > 0 && (
        <ul className="mb-2 flex flex-col text-sm">
          {asked.map((kind) => (
            <Hint key={kind} icon={Info}>
              <span className="min-w-0">
                You need not ask: {kindNames[kind]} on file is{' '}
                <b className="font-semibold">{known[kind]}</b>
              </span>
              <CopyIcon
                text={known[kind] ?? ''}
                what={`the ${kindNames[kind]} of ${panel.contact.name}`}
              />
            </Hint>
          ))}
          {promised.map((found) => (
            <Promised key={found.words} found={found} panel={panel} ticket={ticket} />
          ))}
        </ul>
      )}
    </div>
  );
}
