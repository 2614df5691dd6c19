import type { Kysely } from 'kysely';
import type { ParcelEvent } from '@orderline/contract/order-event.ts';
import type { Units } from '@orderline/contract/store-change.ts';
import type { Database } from '../database/schema.ts';
import { problem } from '../http/problem-response.ts';
import { lineMoves, unshippedUnits } from './line-moves-rule.ts';
import { linesForStatus } from './lines-for-status.ts';
import type { ParcelTold } from './order-event-rule.ts';
import { insertHistory } from './order-history-table.ts';
import { addToLine, findLines, type OrderLineRow } from './order-lines-table.ts';
import { lockOrderRow, updateOrder } from './orders-table.ts';
import { addScan, findParcels, saveParcel } from './parcels-table.ts';
import { statusByParcels } from './status-by-parcels-rule.ts';
import { takeParcelEvent } from './take-parcel-event.ts';
import { isSameParcel, rowOfTold, trackingKeyOf } from './told-parcel.ts';

export interface ToldEvent<Event> {
  /** Under which it is in the history. */
  readonly eventId: string;
  readonly event: Event;
  readonly at: Date;
}

/** A parcel as it was known before an event; undefined when it was not. */
export interface ParcelBefore {
  readonly parcel: number;
  readonly before: ParcelTold | undefined;
}

/**
 * Applies what happened to a parcel to its built-in order, in the caller's transaction: parcel, scans, the counters of the
 * lines, the order's status, and its history. The order is locked until the transaction ends; its version rises when
 * more than a scan is new. Undefined when there is no such order. Throws 400 `malformed` for lines that it does not have.
 */
export async function applyParcelEvent(
  transaction: Kysely<Database>,
  { eventId, event, at }: ToldEvent<ParcelEvent>,
): Promise<ParcelBefore | undefined> {
  const { order_number, parcel: named } = event.data;
  const order = await lockOrderRow(transaction, order_number);
  if (order === undefined) return undefined;
  const lines = await findLines(transaction, order_number);
  refuseUnknownLines(lines, named.lines);

  const parcels = await findParcels(transaction, order_number);
  const trackingKey = trackingKeyOf(named.tracking_number);
  const known = parcels.find((parcel) => trackingKeyOf(parcel.tracking_number ?? '') === trackingKey);
  const { before, after } = await takeParcelEvent(transaction, event, { known, at });

  const contents = { status: after.status, lines: after.lines?.value ?? known?.lines ?? unshippedUnits(lines) };
  const parcel = rowOfTold(after, {
    order_number,
    parcel: known?.parcel ?? Math.max(0, ...parcels.map((other) => other.parcel)) + 1,
    tracking_number: known?.tracking_number ?? named.tracking_number,
  });
  if (known === undefined || !isSameParcel(known, { ...parcel, lines: [...contents.lines] })) {
    await saveParcel(transaction, parcel, contents.lines);
    const others = parcels.filter((other) => other !== known);
    const allAfter = [...others, contents];
    for (const { line, shipped, delivered } of lineMoves(lines, { before: parcels, after: allAfter })) {
      const counters = { shipped_quantity: shipped, delivered_quantity: delivered };
      await addToLine(transaction, { order_number, line, counters });
    }
    const version = order.version + 1;
    const counted = await linesForStatus(transaction, order_number);
    const status = statusByParcels(
      order.status,
      counted,
      allAfter.map((of) => of.status),
    );
    await updateOrder(transaction, order_number, { version, status });
    const effects = [{ type: event.type, timestamp: event.timestamp, parcel: named }];
    const change = { change_id: eventId, order_number, kind: 'order_event', effects } as const;
    await insertHistory(transaction, { change, version, at });
  }
  await addScan(transaction, {
    order_number,
    parcel: parcel.parcel,
    at: new Date(event.timestamp),
    event: scanOf(event),
    place: event.data.place ?? null,
  });
  return { before, parcel: parcel.parcel };
}

function refuseUnknownLines(lines: readonly OrderLineRow[], named: readonly Units[] = []): void {
  const isKnown = ({ line, quantity }: Units) => lines.some((of) => of.line === line && quantity <= of.quantity);
  if (named.every(isKnown)) return;
  throw problem('malformed', { detail: 'body.data.parcel.lines: the order has no such line, or fewer units of it' });
}

function scanOf(event: ParcelEvent): string {
  switch (event.type) {
    case 'parcel.scanned':
      return event.data.event;
    case 'order.shipped':
      return 'Shipped';
    case 'order.out_for_delivery':
      return 'Out for delivery';
    case 'order.delivered':
      return 'Delivered';
    case 'order.returned_to_sender':
      return 'Returned to sender';
  }
}
