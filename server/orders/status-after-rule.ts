import type { OrderStatus } from '@orderline/contract/order.ts';

interface CountedLine {
  readonly quantity: number;
  readonly shipped_quantity: number;
  readonly delivered_quantity: number;
  readonly cancelled_quantity: number;
  readonly returned_quantity: number;
  readonly refunded_quantity: number;
}

/** The status of an order once its counters have changed: it follows from them where they decide, and else stays. */
export function statusAfter(status: OrderStatus, lines: readonly CountedLine[]): OrderStatus {
  const sumOf = (count: (line: CountedLine) => number) => lines.reduce((sum, line) => sum + count(line), 0);
  const kept = sumOf((line) => line.quantity - line.cancelled_quantity);
  if (kept === 0) return 'cancelled';
  if (sumOf((line) => line.refunded_quantity - line.cancelled_quantity) >= kept) return 'refunded';
  if (sumOf((line) => line.returned_quantity) >= kept) return 'returned';
  if (status !== 'partially_shipped' || sumOf((line) => line.shipped_quantity) < kept) return status;
  return sumOf((line) => line.delivered_quantity) >= kept ? 'delivered' : 'shipped';
}
