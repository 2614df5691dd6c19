import type { Kysely } from 'kysely';
import type { OrderStatus } from '@orderline/contract/order.ts';
import type { OrderEvent, ParcelEvent } from '@orderline/contract/order-event.ts';
import type { AppContext } from '../app-context.ts';
import { jobId } from '../database/job-id.ts';
import type { Database } from '../database/schema.ts';
import { problem } from '../http/problem-response.ts';
import { applyCancelledEvent } from '../orders/apply-cancelled-event.ts';
import { applyParcelEvent } from '../orders/apply-parcel-event.ts';
import { applyWaitingEvent } from '../orders/apply-waiting-event.ts';
import { loadOrder } from '../orders/load-order.ts';
import { tidingsOf } from '../orders/order-event-rule.ts';
import { takeParcelEvent } from '../orders/take-parcel-event.ts';
import { rowOfTold } from '../orders/told-parcel.ts';
import { cleanOrder } from '../store/clean-order.ts';
import { plainText } from '../store/plain-text.ts';
import { insertIncoming } from './incoming-webhooks-table.ts';
import { tellOfParcel } from './tell-of-parcel.ts';

/** Clocks differ; what lies further ahead than this has not happened. */
const aheadMs = 5 * 60_000;
const longestCarrier = 60;
/** A parcel of such an order is no news for its customer. */
const isOver: ReadonlySet<OrderStatus> = new Set(['cancelled', 'returned', 'refunded']);

export interface ReceivedEvent {
  /** The `webhook-id`. */
  readonly id: string;
  readonly event: OrderEvent;
}

/**
 * Takes what the store told of an order, once however often it is told: built-in orders change, and the customer is told of
 * a parcel that has left or come. Of an order that the store keeps itself, only the parcel's tracking is remembered, and
 * the contacts in the event are who is told. Throws 404 `not_found` for an order that is not there, which may be told
 * again once it is, and 400 `malformed` for what lies in the future.
 */
export async function receiveOrderEvent(context: AppContext, { id, event }: ReceivedEvent): Promise<void> {
  const at = context.clock();
  if (Date.parse(event.timestamp) > at.getTime() + aheadMs) {
    throw problem('malformed', { detail: 'body.timestamp: lies in the future' });
  }
  await context.database.transaction().execute(async (transaction) => {
    if (!(await insertIncoming(transaction, { id, received_at: at }))) return;
    const told = { eventId: jobId('order event', id), event, at };
    const isKnown =
      context.store.changes.kind === 'built_in'
        ? await applyToBuiltIn(context, transaction, told)
        : await takeOfRemote(context, transaction, told);
    if (!isKnown) throw problem('not_found', { detail: 'There is no such order: tell it again when there is' });
  });
}

interface Told {
  readonly eventId: string;
  readonly event: OrderEvent;
  readonly at: Date;
}

/** False when there is no such order. */
async function applyToBuiltIn(
  context: AppContext,
  transaction: Kysely<Database>,
  { event, ...told }: Told,
): Promise<boolean> {
  switch (event.type) {
    case 'order.on_hold':
    case 'order.back_ordered':
    case 'order.released':
      return applyWaitingEvent(transaction, { ...told, event });
    case 'order.cancelled':
      return applyCancelledEvent(transaction, { ...told, event });
    case 'order.shipped':
    case 'order.out_for_delivery':
    case 'order.delivered':
    case 'order.returned_to_sender':
    case 'parcel.scanned': {
      const applied = await applyParcelEvent(transaction, { ...told, event });
      const what = tidingsOf(applied?.before, event, told.at);
      if (applied === undefined || what === undefined) return applied !== undefined;
      const found = await loadOrder(transaction, event.data.order_number);
      if (found === undefined || isOver.has(found.status)) return true;
      const order = cleanOrder(found);
      const parcel = order.parcels.find((of) => of.parcel === applied.parcel);
      if (parcel !== undefined) await tellOfParcel(context, transaction, { what, order, parcel });
      return true;
    }
  }
}

async function takeOfRemote(context: AppContext, transaction: Kysely<Database>, { event, at }: Told): Promise<true> {
  if (!isParcelEvent(event)) return true;
  const { order_number: orderNumber, parcel: named, customer } = event.data;
  const { before, after } = await takeParcelEvent(transaction, event, { at });
  const what = tidingsOf(before, event, at);
  if (what === undefined || customer === undefined) return true;

  const { carrier, estimated_delivery, delivered_at } = rowOfTold(after, {
    order_number: orderNumber,
    parcel: 1,
    tracking_number: named.tracking_number,
  });
  await tellOfParcel(context, transaction, {
    what,
    order: { orderNumber, contact: { email: customer.email, phone: customer.phone }, lines: [] },
    parcel: {
      carrier: carrier === null ? undefined : plainText(carrier, longestCarrier),
      trackingNumber: named.tracking_number,
      estimatedDelivery: estimated_delivery ?? undefined,
      deliveredAt: delivered_at ?? undefined,
      lines: [],
    },
  });
  return true;
}

const isParcelEvent = (event: OrderEvent): event is ParcelEvent => 'parcel' in event.data;
