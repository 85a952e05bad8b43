import { describe, expect, it } from 'vitest';
import { forwardsBody, forwardsDraft } from './forwards_draft';

const held = { brand: 'brd_1', mode: 'held', release_after_minutes: 30, tell: null } as const;

describe('when a partner’s customers hear of an announcement', () => {
  it('goes back as it came where nothing was changed', () => {
    expect(forwardsBody(forwardsDraft(held))).toEqual({
      mode: 'held',
      release_after_minutes: 30,
      tell: null,
    });
  });

  it('waits for a person where no time is given', () => {
    expect(forwardsBody({ ...forwardsDraft(held), minutes: ' ' }).release_after_minutes).toBeNull();
  });

  it('names neither time nor reader where nothing is held', () => {
    const draft = { ...forwardsDraft(held), mode: 'at_once', tell: 'ops@kestrel.example' } as const;
    expect(forwardsBody(draft)).toEqual({
      mode: 'at_once',
      release_after_minutes: null,
      tell: null,
    });
  });

  it('leaves it to the server to refuse what is no number', () => {
    const draft = { ...forwardsDraft(held), minutes: 'soon' };
    expect(forwardsBody(draft).release_after_minutes).toBe(-1);
  });
});
