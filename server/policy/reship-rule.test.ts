import { expect, test } from 'vitest';
import { seedOrder, seedParcel } from '../../test/support/seed-order.ts';
import { withCounts } from '../../test/support/seed-return.ts';
import type { Order } from '../orders/order.ts';
import { unitsThatCameBack } from './reship-rule.ts';

const cameBack: Order = {
  ...seedOrder,
  status: 'returned_to_sender',
  parcels: [{ ...seedParcel, status: 'returned_to_sender' }],
};
const none = new Set<string>();

test('all that came back may be sent again', () => {
  expect(unitsThatCameBack(cameBack, none)).toEqual({
    is: 'back',
    units: [
      { line: 1, quantity: 2, sku: 'TEE-NVY-M' },
      { line: 2, quantity: 1, sku: 'JOG-BLK-L' },
    ],
  });
});

test('a parcel is sent again once', () => {
  expect(unitsThatCameBack(cameBack, new Set([seedParcel.trackingNumber ?? '']))).toEqual({ is: 'sent_already' });
});

test('what was refunded or claimed meanwhile stays', () => {
  const refunded = withCounts(cameBack, 1, { refunded: 1, claimed: 1 });
  expect(unitsThatCameBack(refunded, none)).toMatchObject({
    units: [
      { line: 1, quantity: 1 },
      { line: 2, quantity: 1 },
    ],
  });
  const settled = withCounts(withCounts(cameBack, 1, { claimed: 2 }), 2, { refunded: 1 });
  expect(unitsThatCameBack(settled, none)).toEqual({ is: 'already_claimed' });
});

test('nothing has come back of an order on its way, and nothing is sent of a cancelled one', () => {
  expect(unitsThatCameBack(seedOrder, none)).toEqual({ is: 'nothing_came_back' });
  expect(unitsThatCameBack({ ...cameBack, status: 'cancelled' }, none)).toEqual({ is: 'already_cancelled' });
});

test('what the store does not tell enough of is for a person', () => {
  const two: Order = { ...cameBack, parcels: [{ ...seedParcel, status: 'returned_to_sender', lines: [] }, seedParcel] };
  expect(unitsThatCameBack(two, none)).toEqual({ is: 'facts_unknown' });
  const nameless: Order = { ...cameBack, lines: cameBack.lines.map((line) => ({ ...line, sku: undefined })) };
  expect(unitsThatCameBack(nameless, none)).toEqual({ is: 'facts_unknown' });
});
