import type { Units } from '@orderline/contract/store-change.ts';
import type { Order } from '../orders/order.ts';
import { parcelKey } from './parcel-key.ts';
import { unitsInParcel, unsettledUnits } from './unsettled-units-rule.ts';

export type CameBack =
  | { readonly is: 'back'; readonly units: readonly (Units & { readonly sku: string })[] }
  | {
      readonly is: 'already_cancelled' | 'nothing_came_back' | 'sent_already' | 'already_claimed' | 'facts_unknown';
    };

/** What of an order has come back to the store and may be sent again; `reshipped` are the parcels that were, by `parcelKey`. */
export function unitsThatCameBack(order: Order, reshipped: ReadonlySet<string>): CameBack {
  if (order.status === 'cancelled') return { is: 'already_cancelled' };
  const parcels = order.parcels.filter(({ status }) => status === 'returned_to_sender');
  if (parcels.length === 0) return { is: 'nothing_came_back' };
  const waiting = parcels.filter((parcel) => !reshipped.has(parcelKey(parcel)));
  if (waiting.length === 0) return { is: 'sent_already' };

  const told = waiting.map((parcel) => unitsInParcel(order, parcel));
  if (told.includes(undefined)) return { is: 'facts_unknown' };
  const units = unsettledUnits(
    order,
    told.flatMap((of) => of ?? []),
  );
  if (units.length === 0) return { is: 'already_claimed' };
  const named = units.flatMap(({ line, quantity }) => {
    const sku = order.lines.find((of) => of.line === line)?.sku;
    return sku === undefined ? [] : [{ line, quantity, sku }];
  });
  return named.length === units.length ? { is: 'back', units: named } : { is: 'facts_unknown' };
}
