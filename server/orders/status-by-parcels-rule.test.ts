import { expect, test } from 'vitest';
import { statusByParcels } from './status-by-parcels-rule.ts';

const line = (counts: Partial<Parameters<typeof statusByParcels>[1][number]> = {}) => ({
  quantity: 2,
  shipped_quantity: 0,
  delivered_quantity: 0,
  cancelled_quantity: 0,
  returned_quantity: 0,
  refunded_quantity: 0,
  ...counts,
});
const shipped = line({ shipped_quantity: 2 });
const delivered = line({ shipped_quantity: 2, delivered_quantity: 2 });

test('an order without a parcel stays as it is', () => {
  expect(statusByParcels('on_hold', [line()], [])).toBe('on_hold');
});

test('an order of which something has not left is partially shipped, whatever became of the rest', () => {
  expect(statusByParcels('processing', [shipped, line()], ['in_transit'])).toBe('partially_shipped');
  expect(statusByParcels('processing', [delivered, line()], ['delivered'])).toBe('partially_shipped');
});

test('an order that has left whole is as its parcels are', () => {
  expect(statusByParcels('processing', [shipped], ['in_transit'])).toBe('shipped');
  expect(statusByParcels('shipped', [shipped], ['out_for_delivery'])).toBe('out_for_delivery');
  expect(statusByParcels('shipped', [shipped], ['returned_to_sender'])).toBe('returned_to_sender');
  expect(statusByParcels('shipped', [delivered], ['delivered'])).toBe('delivered');
});

test('parcels of which one is further than the other make a shipped order', () => {
  expect(statusByParcels('partially_shipped', [shipped, delivered], ['delivered', 'in_transit'])).toBe('shipped');
  expect(statusByParcels('shipped', [shipped, shipped], ['returned_to_sender', 'out_for_delivery'])).toBe('shipped');
});

test('what was cancelled does not count', () => {
  const half = line({ shipped_quantity: 1, cancelled_quantity: 1 });
  expect(statusByParcels('processing', [half], ['in_transit'])).toBe('shipped');
});

test('an order that came stays delivered while a replacement is on its way', () => {
  expect(statusByParcels('delivered', [delivered], ['delivered', 'in_transit'])).toBe('delivered');
});

test.each(['cancelled', 'returned', 'refunded'] as const)('an order that was %s stays so', (status) => {
  const gone = {
    cancelled: line({ cancelled_quantity: 2 }),
    returned: { ...delivered, returned_quantity: 2 },
    refunded: { ...delivered, refunded_quantity: 2 },
  }[status];
  expect(statusByParcels(status, [gone], ['delivered'])).toBe(status);
});
