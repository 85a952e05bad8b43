import { describe, expect, it } from 'vitest';
import { bodyOf, emptyBlock } from './block_draft';

describe('what is sent of a block', () => {
  it('names neither topic nor brand where it holds for all', () => {
    expect(bodyOf({ ...emptyBlock, address: ' ada@example.test ', reason: 'she rang ' })).toEqual({
      address: 'ada@example.test',
      cause: 'complained',
      reason: 'she rang',
    });
  });

  it('names what was chosen', () => {
    expect(bodyOf({ ...emptyBlock, topic: 'planned', brand: 'brd_1' })).toMatchObject({
      topic: 'planned',
      brand: 'brd_1',
    });
  });
});
