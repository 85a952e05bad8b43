// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Attempt, dropAttempt } from './attempt';
import { Refused, Unreachable } from './problem';

const name = 'reply.tkt_1';
beforeEach(() => dropAttempt(name));

/** Answers as told, and remembers what it was asked. */
function server(...answers: (Error | string)[]) {
  const asked: { body: number; key: string }[] = [];
  const send = async (body: number, key: string) => {
    asked.push({ body, key });
    const answer = answers.shift() ?? 'done';
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { asked, send };
}

describe('an attempt', () => {
  const counting = () => {
    let count = 0;
    return () => ++count;
  };

  it.each([
    ['no answer came', new Unreachable()],
    ['nobody could say whether it was done', new Refused(503, { code: 'db.unknown' })],
    ['the session had ended', new Refused(401, {})],
  ])('is the same request when %s', async (_, failure) => {
    const { asked, send } = server(failure);
    const attempt = new Attempt<number>(name);
    const bodyOf = counting();
    await expect(attempt.run('a', bodyOf, send)).rejects.toThrow();
    await attempt.run('a', bodyOf, send);
    expect(asked[1]).toEqual(asked[0]);
  });

  it('is another request after an answer, good or bad', async () => {
    const { asked, send } = server('done', new Refused(422, {}));
    const attempt = new Attempt<number>(name);
    const bodyOf = counting();
    await attempt.run('a', bodyOf, send);
    await expect(attempt.run('a', bodyOf, send)).rejects.toThrow();
    await attempt.run('a', bodyOf, send);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(3);
    expect(asked.map(({ body }) => body)).toEqual([1, 2, 3]);
  });

  it('is another request when the draft is another', async () => {
    const { asked, send } = server(new Unreachable());
    const attempt = new Attempt<number>(name);
    const bodyOf = counting();
    await expect(attempt.run('a', bodyOf, send)).rejects.toThrow();
    await attempt.run('b', bodyOf, send);
    expect(asked[1]?.key).not.toBe(asked[0]?.key);
  });

  it('is the same request after a reload, and from another place', async () => {
    const { asked, send } = server(new Unreachable(), new Unreachable());
    const bodyOf = counting();
    await expect(new Attempt<number>(name).run('a', bodyOf, send)).rejects.toThrow();
    await expect(new Attempt<number>(name).run('a', bodyOf, send)).rejects.toThrow();
    vi.resetModules();
    const reloaded = await import('./attempt');
    await new reloaded.Attempt<number>(name).run('a', bodyOf, send);
    expect(asked[1]).toEqual(asked[0]);
    expect(asked[2]).toEqual(asked[0]);
    expect(sessionStorage.length).toBe(0);
  });

  it('is another request of another draft, or after it was taken back', async () => {
    const { asked, send } = server(new Unreachable());
    const bodyOf = counting();
    await expect(new Attempt<number>(name).run('a', bodyOf, send)).rejects.toThrow();
    await new Attempt<number>('note.tkt_1').run('a', bodyOf, send);
    dropAttempt(name);
    await new Attempt<number>(name).run('a', bodyOf, send);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(3);
  });
});
