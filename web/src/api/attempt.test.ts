import { describe, expect, it } from 'vitest';
import { Attempt } from './attempt';
import { Refused, Unreachable } from './problem';

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
  ])('is the same request when %s', async (_, failure) => {
    const { asked, send } = server(failure);
    const attempt = new Attempt<number>();
    const bodyOf = counting();
    await expect(attempt.run('a', bodyOf, send)).rejects.toThrow();
    await attempt.run('a', bodyOf, send);
    expect(asked[1]).toEqual(asked[0]);
  });

  it('is another request after an answer, good or bad', async () => {
    const { asked, send } = server('done', new Refused(422, {}));
    const attempt = new Attempt<number>();
    const bodyOf = counting();
    await attempt.run('a', bodyOf, send);
    await expect(attempt.run('a', bodyOf, send)).rejects.toThrow();
    await attempt.run('a', bodyOf, send);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(3);
    expect(asked.map(({ body }) => body)).toEqual([1, 2, 3]);
  });

  it('is another request when the draft is another', async () => {
    const { asked, send } = server(new Unreachable());
    const attempt = new Attempt<number>();
    const bodyOf = counting();
    await expect(attempt.run('a', bodyOf, send)).rejects.toThrow();
    await attempt.run('b', bodyOf, send);
    expect(asked[1]?.key).not.toBe(asked[0]?.key);
  });
});
