// Who is paged when something is late, the first first.

import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import { peopleQuery } from '@/app/shared_queries';
import { IconButton } from '@/design/button';
import { Select } from '@/design/field';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { useKeptFocus } from './kept_focus';
import { moved } from './order';
import { rosterQuery, useSetRoster } from './queries';

export function Roster({ manages }: { manages: boolean }) {
  const people = useQuery(peopleQuery);
  const roster = useQuery(rosterQuery);
  const set = useSetRoster();
  const [told, setTold] = useState('');
  const [list, keepFocus] = useKeptFocus();

  // What was asked for shows at once; a refusal puts it back.
  const order = (set.isPending ? set.variables : roster.data?.people) ?? [];
  const nameOf = (id: string) => people.data?.items.find((each) => each.id === id)?.name ?? id;
  const others =
    people.data?.items.filter(({ id, disabled }) => !disabled && !order.includes(id)) ?? [];

  const save = (next: string[], words: string) =>
    set.mutate(next, {
      onSuccess: () => setTold(words),
      onError: (error) => void say(error.message, { tone: 'bad' }),
    });
  const move = (from: number, to: number) => {
    const next = moved(order, from, to);
    keepFocus(to, to < from ? 'up' : 'down');
    save(next, `${nameOf(next[to] ?? '')} is number ${to + 1} now`);
  };

  return (
    <Card title="Who is paged">
      {people.isPending || roster.isPending ? (
        <Skeleton lines={4} />
      ) : roster.isLoadingError ? (
        <Failure error={roster.error} onRetry={() => void roster.refetch()} />
      ) : (
        <>
          <p className="mb-2 text-sm text-soft">
            {order.length > 0
              ? 'The first who may sign in is paged when a promise is late or a word is overdue.'
              : 'Nobody is listed, so an owner is paged.'}
          </p>
          <ol ref={list} className="flex flex-col">
            {order.map((id, at) => (
              <li key={id} className="flex min-h-9 items-center gap-1 border-line border-t py-0.5">
                <span className="w-6 shrink-0 text-soft">{at + 1}</span>
                <span className="min-w-0 grow truncate" dir="auto">
                  {nameOf(id)}
                </span>
                {manages && (
                  <>
                    <IconButton
                      label={`Move ${nameOf(id)} up`}
                      isDisabled={at === 0}
                      onPress={() => move(at, at - 1)}
                    >
                      <ArrowUp aria-hidden className="size-4" />
                    </IconButton>
                    <IconButton
                      label={`Move ${nameOf(id)} down`}
                      isDisabled={at === order.length - 1}
                      onPress={() => move(at, at + 1)}
                    >
                      <ArrowDown aria-hidden className="size-4" />
                    </IconButton>
                    <IconButton
                      label={`Take ${nameOf(id)} off`}
                      onPress={() => {
                        keepFocus(Math.min(at, order.length - 2), 'off');
                        save(
                          order.filter((each) => each !== id),
                          `${nameOf(id)} is not paged any more`,
                        );
                      }}
                    >
                      <X aria-hidden className="size-4" />
                    </IconButton>
                  </>
                )}
              </li>
            ))}
          </ol>
          {manages && others.length > 0 && (
            <div className="mt-2">
              <Select
                label="Add to the list"
                hideLabel
                empty="Add somebody"
                options={others.map(({ id, name }) => ({ id, name }))}
                value={null}
                onChange={(id) =>
                  save([...order, id], `${nameOf(id)} is number ${order.length + 1}`)
                }
              />
            </div>
          )}
          <div role="status" className="sr-only">
            {told}
          </div>
        </>
      )}
    </Card>
  );
}
