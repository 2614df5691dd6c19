import type { Kysely } from 'kysely';
import type { OrderStatus } from '@orderline/contract/order.ts';
import type { Effect, StoreChange } from '@orderline/contract/store-change.ts';
import type { Database } from '../database/schema.ts';
import type { ChangeOutcome } from '../store/store-connector.ts';
import { linesForStatus } from './lines-for-status.ts';
import { insertHistory, isInHistory } from './order-history-table.ts';
import { addToLine, findLines, type OrderLineRow } from './order-lines-table.ts';
import { lockOrderRow, updateOrder } from './orders-table.ts';
import { refundPayment } from './refunds-table.ts';
import { insertReplacement } from './replacements-table.ts';
import { statusAfter } from './status-after-rule.ts';
import { freeReservation, keepReservation } from './stock-reservations-table.ts';
import { addStock, reserveStock, releaseStock, takeReserved, takeStock } from './variants-table.ts';

/**
 * Carries out a change of a built-in order in the caller's transaction: every effect, the status that follows from them,
 * the history. The order is locked until the transaction ends. Applied again, a change is done already. After any other
 * outcome than `done` the caller rolls back.
 */
export async function applyChange(
  transaction: Kysely<Database>,
  change: StoreChange,
  at: Date,
): Promise<ChangeOutcome> {
  const order = await lockOrderRow(transaction, change.order_number);
  if (order === undefined) return 'moved';
  if (await isInHistory(transaction, change.change_id)) return 'done';
  if (change.revision !== undefined && change.revision !== String(order.version)) return 'moved';

  const lines = await findLines(transaction, change.order_number);
  for (const effect of inLockingOrder(change.effects, lines)) {
    if (!(await applyEffect(transaction, effect, { change, at }))) return 'out_of_stock';
  }

  const version = order.version + 1;
  await insertHistory(transaction, { change, version, at });
  const isAgain = isSentAgain(order, change);
  const before = isAgain ? 'processing' : order.status;
  const status = statusAfter(before, await linesForStatus(transaction, change.order_number));
  const isNewlyCancelled = status === 'cancelled' && order.status !== 'cancelled';
  await updateOrder(transaction, change.order_number, {
    version,
    status,
    // When it comes this time nobody knows yet.
    ...(isAgain ? { estimated_delivery: null } : {}),
    ...(isNewlyCancelled ? { cancelled_at: at, cancel_reason: change.reason ?? null } : {}),
  });
  return 'done';
}

/** What came back and is sent again is being prepared once more; beside parcels that go their way, the order stays theirs. */
const isSentAgain = ({ status }: { status: OrderStatus }, { effects }: StoreChange): boolean =>
  status === 'returned_to_sender' &&
  effects.some((effect) => effect.effect === 'send_units' && effect.came_back === true);

/** Stock is locked in the order of its names, whatever the change: two changes never wait for each other. */
function inLockingOrder(effects: readonly Effect[], lines: readonly OrderLineRow[]): Effect[] {
  const skuOf = (effect: Effect) => {
    if ('sku' in effect) return effect.sku;
    return 'line' in effect ? (lines.find(({ line }) => line === effect.line)?.sku ?? '') : '';
  };
  return [...effects].sort((one, other) => skuOf(one).localeCompare(skuOf(other)));
}

/** False when there is not enough stock for it. */
async function applyEffect(
  transaction: Kysely<Database>,
  effect: Effect,
  { change, at }: { change: StoreChange; at: Date },
): Promise<boolean> {
  const { order_number, change_id } = change;
  const count = (counters: Parameters<typeof addToLine>[1]['counters']) => {
    if (!('line' in effect)) throw new Error(`The effect ${effect.effect} is of no line`);
    return addToLine(transaction, { order_number, line: effect.line, counters });
  };

  switch (effect.effect) {
    case 'cancel_units': {
      const { sku } = await count({ cancelled_quantity: effect.quantity });
      await addStock(transaction, sku, effect.quantity);
      return true;
    }
    case 'change_address': {
      const { street, street2 = null, city, state = null, zip, country } = effect.address;
      await updateOrder(transaction, order_number, { street, street2, city, state, zip, country });
      return true;
    }
    case 'request_return':
      await count({ return_requested_quantity: effect.quantity });
      return true;
    case 'withdraw_return':
      await count({ return_requested_quantity: -effect.quantity });
      return true;
    case 'receive_return': {
      const { sku } = await count({ return_requested_quantity: -effect.quantity, returned_quantity: effect.quantity });
      if (effect.restock) await addStock(transaction, sku, effect.quantity);
      return true;
    }
    case 'claim_units':
      await count({ claimed_quantity: effect.quantity });
      return true;
    case 'refund':
      for (const { line, quantity } of effect.lines) {
        await addToLine(transaction, { order_number, line, counters: { refunded_quantity: quantity } });
      }
      for (const { payment, amount_cents } of effect.parts) {
        await refundPayment(transaction, { order_number, payment, change_id, amount_cents, refunded_at: at });
      }
      return true;
    case 'reserve_stock':
      if (!(await reserveStock(transaction, effect.sku, effect.quantity))) return false;
      await keepReservation(transaction, { order_number, sku: effect.sku, quantity: effect.quantity });
      return true;
    case 'release_stock':
      await freeReservation(transaction, { order_number, sku: effect.sku, quantity: effect.quantity });
      await releaseStock(transaction, effect.sku, effect.quantity);
      return true;
    case 'send_units': {
      const { line, sku, quantity, shipping, address } = effect;
      if (effect.came_back === true) {
        // Out of their own parcel, not out of the stock.
      } else if (effect.is_reserved) {
        await freeReservation(transaction, { order_number, sku, quantity });
        await takeReserved(transaction, sku, quantity);
      } else if (!(await takeStock(transaction, sku, quantity))) return false;
      await insertReplacement(transaction, {
        order_number,
        change_id,
        line,
        sku,
        quantity,
        shipping,
        address: address ?? null,
        asked_at: at,
      });
      return true;
    }
  }
}
