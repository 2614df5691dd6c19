import type { Kysely } from 'kysely';
import type { ParcelEvent } from '@orderline/contract/order-event.ts';
import type { Database } from '../database/schema.ts';
import { afterEvent, type ParcelTold } from './order-event-rule.ts';
import { toldByRow, trackingKeyOf, type KnownParcel } from './told-parcel.ts';
import { lockTold, saveTold } from './told-parcels-table.ts';

export interface TakenEvent {
  /** As the parcel was known before; undefined when it was not. */
  readonly before: ParcelTold | undefined;
  readonly after: ParcelTold;
}

/**
 * Adds an event to what is remembered of its parcel, which nobody else adds to until the transaction ends. `known` is the
 * parcel's own row, where its order is built in.
 */
export async function takeParcelEvent(
  transaction: Kysely<Database>,
  event: ParcelEvent,
  { known, at }: { known?: KnownParcel | undefined; at: Date },
): Promise<TakenEvent> {
  const { order_number: orderNumber, parcel } = event.data;
  const tracked = { orderNumber, trackingKey: trackingKeyOf(parcel.tracking_number) };
  const told = (await lockTold(transaction, tracked, at)) as ParcelTold | undefined;
  const before = told ?? (known === undefined ? undefined : toldByRow(known));
  const after = afterEvent(before, event);
  await saveTold(transaction, tracked, after);
  return { before, after };
}
