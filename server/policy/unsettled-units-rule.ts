import type { Units } from '@orderline/contract/store-change.ts';
import type { Order, OrderLine, Parcel } from '../orders/order.ts';

/** What the store knows of a parcel's units: undefined where it tells neither the parcel's lines nor of one parcel alone. */
export function unitsInParcel({ lines, parcels }: Order, parcel: Parcel): readonly Units[] | undefined {
  if (parcel.lines.length > 0) return parcel.lines;
  if (parcels.length > 1) return undefined;
  return lines.map(({ line, counts }) => ({ line, quantity: counts.shipped })).filter(({ quantity }) => quantity > 0);
}

/** Of these units, those the customer has paid for and that nothing has been done about: not refunded, claimed or sent back. */
export function unsettledUnits({ lines }: Order, units: readonly Units[]): readonly Units[] {
  return lines.flatMap((of) => {
    const wanted = units.reduce((sum, { line, quantity }) => (line === of.line ? sum + quantity : sum), 0);
    const quantity = Math.min(wanted, unsettled(of));
    return quantity > 0 ? [{ line: of.line, quantity }] : [];
  });
}

/** A unit that was refunded has been cancelled, claimed or returned too, so the greater of the two counts. */
function unsettled({ quantity, counts }: OrderLine): number {
  const { cancelled, returned, returnRequested, claimed, refunded } = counts;
  return quantity - Math.max(refunded, cancelled + returned + claimed) - returnRequested;
}
