import { expect, test } from 'vitest';
import { lineMoves, unshippedUnits, type Contents } from './line-moves-rule.ts';

const line = (number: number, counts: Partial<Parameters<typeof lineMoves>[0][number]> = {}) => ({
  line: number,
  quantity: 3,
  shipped_quantity: 0,
  delivered_quantity: 0,
  cancelled_quantity: 0,
  return_requested_quantity: 0,
  returned_quantity: 0,
  ...counts,
});
const contents = (status: 'in_transit' | 'delivered', quantity: number) => ({ status, lines: [{ line: 1, quantity }] });
const moving = (before: Contents[], after: Contents[]) => ({ before, after });

test('a parcel that becomes known ships its units, and delivers them when it is there already', () => {
  expect(lineMoves([line(1), line(2)], moving([], [contents('in_transit', 2)]))).toEqual([
    { line: 1, shipped: 2, delivered: 0 },
  ]);
  expect(lineMoves([line(1)], moving([], [contents('delivered', 2)]))).toEqual([{ line: 1, shipped: 2, delivered: 2 }]);
});

test('a parcel that gets further moves what follows from that, and nothing the second time', () => {
  const shipped = line(1, { shipped_quantity: 2 });
  expect(lineMoves([shipped], moving([contents('in_transit', 2)], [contents('delivered', 2)]))).toEqual([
    { line: 1, shipped: 0, delivered: 2 },
  ]);
  expect(lineMoves([shipped], moving([contents('in_transit', 2)], [contents('in_transit', 2)]))).toEqual([]);
});

test('a parcel that holds less than was thought takes the difference back', () => {
  const delivered = line(1, { shipped_quantity: 3, delivered_quantity: 3 });
  expect(lineMoves([delivered], moving([contents('delivered', 3)], [contents('delivered', 1)]))).toEqual([
    { line: 1, shipped: -2, delivered: -2 },
  ]);
});

test('but not from under a return', () => {
  const returning = line(1, { shipped_quantity: 3, delivered_quantity: 3, return_requested_quantity: 2 });
  expect(lineMoves([returning], moving([contents('delivered', 3)], [contents('delivered', 1)]))).toEqual([
    { line: 1, shipped: -1, delivered: -1 },
  ]);
});

test('a parcel with a replacement counts no unit twice, and none that was cancelled', () => {
  const delivered = line(1, { shipped_quantity: 3, delivered_quantity: 3 });
  const first = contents('delivered', 3);
  expect(lineMoves([delivered], moving([first], [first, contents('delivered', 1)]))).toEqual([]);
  expect(lineMoves([line(1, { cancelled_quantity: 2 })], moving([], [contents('in_transit', 3)]))).toEqual([
    { line: 1, shipped: 1, delivered: 0 },
  ]);
});

test('what two parcels were thought to hold both stays counted when it turns out to be in one of them', () => {
  const shipped = line(1, { shipped_quantity: 3 });
  const [all, none] = [contents('in_transit', 3), contents('in_transit', 0)];
  expect(lineMoves([shipped], moving([all], [all, all]))).toEqual([]);
  expect(lineMoves([shipped], moving([all, all], [none, all]))).toEqual([]);
});

test('an order that was imported keeps what its parcels do not tell', () => {
  const imported = line(1, { shipped_quantity: 2 });
  expect(lineMoves([imported], moving([], [contents('in_transit', 1)]))).toEqual([
    { line: 1, shipped: 1, delivered: 0 },
  ]);
});

test('what has not left is neither shipped nor cancelled', () => {
  expect(
    unshippedUnits([line(1, { shipped_quantity: 1, cancelled_quantity: 1 }), line(2, { shipped_quantity: 3 })]),
  ).toEqual([{ line: 1, quantity: 1 }]);
});
