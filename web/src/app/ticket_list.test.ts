import { describe, expect, it } from 'vitest';
import { neighbours, ticketPath } from './ticket_list';

describe('neighbours', () => {
  it('stand on both sides in the list', () => {
    expect(neighbours(['a', 'b', 'c'], [], 'b')).toEqual({ previous: 'a', next: 'c' });
  });

  it('end with the list', () => {
    expect(neighbours(['a'], ['a'], 'a')).toEqual({ previous: undefined, next: undefined });
  });

  it('are kept for a ticket that has left the list', () => {
    expect(neighbours(['a', 'c'], ['a', 'b', 'c'], 'b')).toEqual({ previous: 'a', next: 'c' });
  });

  it('pass over those that have left, too', () => {
    expect(neighbours(['d', 'x'], ['a', 'b', 'c', 'd'], 'b')).toEqual({
      previous: undefined,
      next: 'd',
    });
  });

  it('begin anew behind the last one that was answered', () => {
    expect(neighbours(['a', 'b'], ['a', 'b', 'c'], 'c').next).toBe('a');
  });

  it('of a ticket from elsewhere: the first of the list comes next', () => {
    expect(neighbours(['a', 'b'], [], 'z')).toEqual({ previous: undefined, next: 'a' });
    expect(neighbours([], [], 'z').next).toBeUndefined();
  });
});

describe('ticketPath', () => {
  it('carries the way back', () => {
    expect(ticketPath('tkt_1', {})).toBe('/tickets/tkt_1');
    expect(ticketPath('tkt_1', { view: 'all', q: 'a&b' })).toBe('/tickets/tkt_1?view=all&q=a%26b');
  });
});
