import type { Kysely } from 'kysely';
import type { OrderStatus } from '@orderline/contract/order.ts';
import type { WaitingEvent } from '@orderline/contract/order-event.ts';
import type { Database } from '../database/schema.ts';
import type { ToldEvent } from './apply-parcel-event.ts';
import { insertHistory } from './order-history-table.ts';
import { isNewestHold } from './order-holds-table.ts';
import { lockOrderRow, updateOrder } from './orders-table.ts';

const statusTold: Record<WaitingEvent['type'], OrderStatus> = {
  'order.on_hold': 'on_hold',
  'order.back_ordered': 'back_ordered',
  'order.released': 'processing',
};

/**
 * Applies what happened to a built-in order that waits to be shipped, in the caller's transaction. Of several events the
 * newest stands, and none changes an order that has shipped. False when there is no such order.
 */
export async function applyWaitingEvent(
  transaction: Kysely<Database>,
  { eventId, event, at }: ToldEvent<WaitingEvent>,
): Promise<boolean> {
  const { order_number } = event.data;
  const order = await lockOrderRow(transaction, order_number);
  if (order === undefined) return false;
  const isNewest = await isNewestHold(transaction, { order_number, told_at: new Date(event.timestamp) });
  const isWaiting = Object.values(statusTold).includes(order.status);
  if (!isNewest || !isWaiting) return true;

  const version = order.version + 1;
  const estimate = event.type === 'order.back_ordered' ? event.data.estimated_delivery : undefined;
  await updateOrder(transaction, order_number, {
    version,
    status: statusTold[event.type],
    ...(estimate === undefined ? {} : { estimated_delivery: estimate }),
  });
  const effects = [{ type: event.type, timestamp: event.timestamp }];
  const change = { change_id: eventId, order_number, kind: 'order_event', effects } as const;
  await insertHistory(transaction, { change, version, at });
  return true;
}
