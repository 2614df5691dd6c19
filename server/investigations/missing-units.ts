import { namedUnits } from '../changes/change-wording.ts';
import type { Order, Parcel } from '../orders/order.ts';
import { unitsInParcel, unsettledUnits } from '../policy/unsettled-units-rule.ts';
import type { MissingUnits } from './investigations-table.ts';

/** What a missing parcel holds that nothing has been done about; nothing where the store does not tell what is in it. */
export const missingUnits = (order: Order, parcel: Parcel): MissingUnits[] =>
  namedUnits(order, unsettledUnits(order, unitsInParcel(order, parcel) ?? [])).map(({ line, quantity, name }) => ({
    line,
    quantity,
    name,
  }));
