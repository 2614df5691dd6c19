import type { OrderStatus } from '@orderline/contract/order.ts';
import type { LineCounts, Parcel } from '../orders/order.ts';

interface Told {
  readonly status: OrderStatus;
  readonly parcels: readonly Parcel[];
}

/**
 * What became of a line's units, as far as the status of the order and the contents of its parcels tell. What Orderline
 * itself has opened on the order is not among it.
 */
export function countsOf(line: number, quantity: number, { status, parcels }: Told): LineCounts {
  const inParcels = (isWanted: (parcel: Parcel) => boolean) => {
    const units = parcels
      .filter(isWanted)
      .flatMap(({ lines }) => lines)
      .reduce((sum, of) => (of.line === line ? sum + of.quantity : sum), 0);
    return Math.min(units, quantity);
  };
  const hasCome = status === 'delivered' || status === 'returned' || status === 'refunded';
  const hasLeft = hasCome || status === 'shipped' || status === 'out_for_delivery' || status === 'returned_to_sender';
  return {
    cancelled: status === 'cancelled' ? quantity : 0,
    shipped: hasLeft ? quantity : inParcels(() => true),
    delivered: hasCome ? quantity : inParcels((parcel) => parcel.status === 'delivered'),
    returnRequested: 0,
    returned: status === 'returned' || status === 'refunded' ? quantity : 0,
    refunded: status === 'refunded' ? quantity : 0,
    claimed: 0,
  };
}
