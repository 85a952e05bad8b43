// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftsBelongTo, putBack, readDraft, sweepDrafts, useDraft, writeDraft } from './drafts';

beforeEach(() => {
  localStorage.clear();
  draftsBelongTo('per_1');
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('a draft is there again after a reload', () => {
  const first = renderHook(() => useDraft('reply.tkt_1', ''));
  act(() => first.result.current[1]('Dear Ada'));
  act(() => void vi.advanceTimersByTime(1_000));
  const second = renderHook(() => useDraft('reply.tkt_1', ''));
  expect(second.result.current[0]).toBe('Dear Ada');
});

test('a draft that was not written down yet is kept when the screen is left', () => {
  const { result, unmount } = renderHook(() => useDraft('reply.tkt_1', ''));
  act(() => result.current[1]('Dear'));
  unmount();
  expect(readDraft('reply.tkt_1')).toBe('Dear');
});

test('a draft of another ticket is another draft, and neither is lost', () => {
  const { result, rerender } = renderHook(({ key }) => useDraft(key, ''), {
    initialProps: { key: 'reply.tkt_1' },
  });
  act(() => result.current[1]('for the first'));
  rerender({ key: 'reply.tkt_2' });
  expect(result.current[0]).toBe('');
  rerender({ key: 'reply.tkt_1' });
  expect(result.current[0]).toBe('for the first');
});

test('a draft that was sent is gone', () => {
  const { result } = renderHook(() => useDraft('reply.tkt_1', ''));
  act(() => result.current[1]('Dear Ada'));
  act(() => void vi.advanceTimersByTime(1_000));
  act(() => result.current[2]());
  expect(result.current[0]).toBe('');
  expect(readDraft('reply.tkt_1')).toBeUndefined();
});

test('what was taken back stands in the open editor, before what was begun since', () => {
  const { result } = renderHook(() => useDraft('reply.tkt_1', ''));
  act(() => putBack('reply.tkt_1', 'Dear Ada'));
  expect(result.current[0]).toBe('Dear Ada');
  act(() => result.current[1]('And another thing'));
  act(() => putBack('reply.tkt_1', 'Hello'));
  expect(result.current[0]).toBe('Hello\n\nAnd another thing');
  expect(readDraft('reply.tkt_1')).toBe('Hello\n\nAnd another thing');
});

test('an emptied draft is not kept', () => {
  const { result } = renderHook(() => useDraft('reply.tkt_1', ''));
  act(() => result.current[1]('x'));
  act(() => result.current[1](''));
  act(() => void vi.advanceTimersByTime(1_000));
  expect(localStorage.length).toBe(0);
});

test('a draft of a month ago is swept away, and what cannot be read, too', () => {
  writeDraft('reply.tkt_1', 'new');
  localStorage.setItem('tellfirst.draft.old', JSON.stringify({ at: 0, value: 'old' }));
  localStorage.setItem('tellfirst.draft.broken', '{');
  sweepDrafts(Date.now());
  expect(Object.keys(localStorage)).toEqual(['tellfirst.draft.per_1/reply.tkt_1']);
});

test('a draft of one person is not found by the next one at the same desk', () => {
  writeDraft('reply.tkt_1', 'Dear Ada');
  draftsBelongTo('per_2');
  expect(readDraft('reply.tkt_1')).toBeUndefined();
  draftsBelongTo('per_1');
  expect(readDraft('reply.tkt_1')).toBe('Dear Ada');
});

test('a draft that was sent is gone from every editor that shows it', () => {
  const left = renderHook(() => useDraft('reply.tkt_1', ''));
  act(() => left.result.current[1]('Dear Ada'));
  act(() => void vi.advanceTimersByTime(1_000));
  const back = renderHook(() => useDraft('reply.tkt_1', ''));
  act(() => left.result.current[2]());
  expect(back.result.current[0]).toBe('');
});
