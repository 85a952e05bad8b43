import { describe, expect, it } from 'vitest';
import { checksOf } from './checks';

const good = {
  title: 'Galleries are down',
  services: ['Galleries'],
  when: 'Back within 2 h',
  text: 'Galleries do not open since 10:05. We are looking for the cause.',
  told: 212,
};

const state = (change: Partial<Parameters<typeof checksOf>[0]>, name: string) =>
  checksOf({ ...good, ...change }).find((check) => check.name === name);

describe('the checks before publishing', () => {
  it('are all well for a whole incident', () => {
    expect(checksOf(good).map((check) => check.state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  });

  it('are open where something is missing', () => {
    const empty = {
      title: ' ',
      services: [],
      when: '',
      text: '',
      told: undefined,
    };
    expect(new Set(checksOf(empty).map((check) => check.state))).toEqual(new Set(['open']));
  });

  it('ask to look again at a text that is internal, very short or very long', () => {
    expect(state({ text: 'The disk of db-03 is full, uploads wait.' }, 'Text')).toEqual(
      expect.objectContaining({ state: 'look', words: expect.stringContaining('db-03') }),
    );
    expect(state({ text: 'Down.' }, 'Text')?.state).toBe('look');
    expect(state({ text: 'so long '.repeat(200) }, 'Text')?.state).toBe('look');
    expect(state({ title: 'db-03 is down' }, 'Title')?.state).toBe('look');
  });

  it('ask to look again where nobody would be told', () => {
    expect(state({ told: 0 }, 'Who')?.state).toBe('look');
  });
});
