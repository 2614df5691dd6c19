import type { OrderStatus } from '@orderline/contract/order.ts';
import type { StoreOrder } from '@orderline/contract/store-api.ts';
import type { LineCounts, Parcel } from '../orders/order.ts';

interface Told {
  readonly status: OrderStatus;
  readonly parcels: readonly Parcel[];
}

/**
 * What became of a line's units: as the store counts them, or else as far as the status of the order and the contents of
 * its parcels tell. What Orderline itself has opened on the order is not among it.
 */
export function countsOf(line: number, item: StoreOrder['items'][number], { status, parcels }: Told): LineCounts {
  const { qty } = item;
  const inParcels = (isWanted: (parcel: Parcel) => boolean) =>
    parcels
      .filter(isWanted)
      .flatMap(({ lines }) => lines)
      .reduce((sum, of) => (of.line === line ? sum + of.quantity : sum), 0);
  const hasCome = status === 'delivered' || status === 'returned' || status === 'refunded';
  const hasLeft = hasCome || status === 'shipped' || status === 'out_for_delivery' || status === 'returned_to_sender';
  const cancelled = atMost(qty, item.cancelled ?? (status === 'cancelled' ? qty : 0));
  const sent = qty - cancelled;
  return {
    cancelled,
    shipped: atMost(sent, item.shipped ?? (hasLeft ? sent : inParcels(() => true))),
    delivered: atMost(sent, item.delivered ?? (hasCome ? sent : inParcels((parcel) => parcel.status === 'delivered'))),
    returnRequested: atMost(sent, item.return_requested ?? 0),
    returned: atMost(sent, item.returned ?? (status === 'returned' || status === 'refunded' ? sent : 0)),
    refunded: atMost(qty, item.refunded ?? (status === 'refunded' ? qty : 0)),
    claimed: atMost(sent, item.claimed ?? 0),
  };
}

const atMost = (most: number, count: number) => Math.min(most, count);
