import { MutationObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { Refused } from './problem';
import { onSignedOut, queries } from './queries';

afterEach(() => queries.clear());

const refuse = (status: number) => () => Promise.reject(new Refused(status, {}));

test('an ended session is noticed by what we ask and by what we want to do', async () => {
  const leave = vi.fn();
  const end = onSignedOut(leave);
  await queries.fetchQuery({ queryKey: ['team'], queryFn: refuse(401) }).catch(() => {});
  expect(leave).toHaveBeenCalledTimes(1);
  const wish = new MutationObserver(queries, { mutationFn: refuse(401) });
  await wish.mutate().catch(() => {});
  expect(leave).toHaveBeenCalledTimes(2);
  end();
});

test('any other refusal ends no session', async () => {
  const leave = vi.fn();
  const end = onSignedOut(leave);
  await queries.fetchQuery({ queryKey: ['team'], queryFn: refuse(403) }).catch(() => {});
  expect(leave).not.toHaveBeenCalled();
  end();
});
