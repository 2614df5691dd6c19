import { describe, expect, test } from 'vitest';
import { noCounts, seedOrder } from '../../test/support/seed-order.ts';
import type { LineCounts, Order } from '../orders/order.ts';
import { judgeCancellation } from './cancellation-rule.ts';

/** Two tees and one pair of joggers, with what became of each line. */
const order = (changes: Partial<Order>, counts: readonly Partial<LineCounts>[] = []): Order => ({
  ...seedOrder,
  status: 'processing',
  parcels: [],
  ...changes,
  lines: seedOrder.lines.map((line, index) => ({ ...line, counts: { ...noCounts, ...counts[index] } })),
});

describe('while nothing has shipped', () => {
  test.each(['processing', 'on_hold', 'back_ordered'] as const)(
    'an order that is %s can be cancelled whole',
    (status) => {
      expect(judgeCancellation(order({ status }), undefined)).toEqual({
        is: 'possible',
        scope: 'all',
        lines: [
          { line: 1, quantity: 2 },
          { line: 2, quantity: 1 },
        ],
      });
    },
  );

  test('some of its items can be cancelled, and naming all of them is cancelling it whole', () => {
    const one = [{ line: 1, quantity: 1 }];
    expect(judgeCancellation(order({}), one)).toEqual({ is: 'possible', scope: 'items', lines: one });
    const all = [
      { line: 2, quantity: 1 },
      { line: 1, quantity: 2 },
    ];
    expect(judgeCancellation(order({}), all)).toMatchObject({ is: 'possible', scope: 'all' });
  });

  test('the last items of an order of which others were cancelled before are all of it', () => {
    const verdict = judgeCancellation(order({}, [{ cancelled: 2 }]), undefined);
    expect(verdict).toEqual({ is: 'possible', scope: 'all', lines: [{ line: 2, quantity: 1 }] });
  });

  test('more than there is, or a line that is none, cannot', () => {
    expect(judgeCancellation(order({}), [{ line: 1, quantity: 3 }])).toMatchObject({ reason: 'quantity_unavailable' });
    const oneCancelled = order({}, [{ cancelled: 1 }]);
    expect(judgeCancellation(oneCancelled, [{ line: 1, quantity: 2 }])).toMatchObject({
      reason: 'quantity_unavailable',
    });
    expect(judgeCancellation(order({}), [{ line: 9, quantity: 1 }])).toMatchObject({ reason: 'no_such_line' });
  });
});

test('of an order that is partly shipped, the rest can be cancelled', () => {
  const partly = order({ status: 'partially_shipped' }, [{ shipped: 2 }]);
  expect(judgeCancellation(partly, undefined)).toEqual({
    is: 'possible',
    scope: 'rest',
    lines: [{ line: 2, quantity: 1 }],
  });
  expect(judgeCancellation(partly, [{ line: 1, quantity: 1 }])).toMatchObject({ reason: 'quantity_unavailable' });
});

test.each([
  ['shipped', 'already_shipped'],
  ['out_for_delivery', 'already_shipped'],
  ['delivered', 'already_shipped'],
  ['returned_to_sender', 'already_shipped'],
  ['cancelled', 'already_cancelled'],
  ['returned', 'already_returned'],
  ['refunded', 'already_returned'],
] as const)('an order that is %s cannot be cancelled: %s', (status, reason) => {
  expect(judgeCancellation(order({ status }), undefined)).toEqual({ is: 'impossible', reason });
});
