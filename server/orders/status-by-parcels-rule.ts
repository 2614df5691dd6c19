import type { OrderStatus, ParcelStatus } from '@orderline/contract/order.ts';
import { statusAfter } from './status-after-rule.ts';

type CountedLine = Parameters<typeof statusAfter>[1][number];

const ofAllParcels: Record<ParcelStatus, OrderStatus> = {
  in_transit: 'shipped',
  out_for_delivery: 'out_for_delivery',
  returned_to_sender: 'returned_to_sender',
  delivered: 'delivered',
};

/**
 * The status of an order as its counters and parcels have it. What was cancelled, returned or refunded stays so, and an
 * order of which no parcel is known stays as it is. Parcels that are not all alike make a shipped order: each is told by
 * itself then.
 */
export function statusByParcels(
  status: OrderStatus,
  lines: readonly CountedLine[],
  parcels: readonly ParcelStatus[],
): OrderStatus {
  const after = statusAfter(status, lines);
  if (after === 'cancelled' || after === 'returned' || after === 'refunded') return after;
  const [first, ...others] = parcels;
  if (first === undefined) return after;
  const sumOf = (count: (line: CountedLine) => number) => lines.reduce((sum, line) => sum + count(line), 0);
  const kept = sumOf((line) => line.quantity - line.cancelled_quantity);
  if (sumOf((line) => line.delivered_quantity) >= kept) return 'delivered';
  if (sumOf((line) => line.shipped_quantity) < kept) return 'partially_shipped';
  return others.every((parcel) => parcel === first) ? ofAllParcels[first] : 'shipped';
}
