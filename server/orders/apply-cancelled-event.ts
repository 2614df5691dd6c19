import type { Kysely } from 'kysely';
import type { CancelledEvent } from '@orderline/contract/order-event.ts';
import type { Database } from '../database/schema.ts';
import { judgeCancellation } from '../policy/cancellation-rule.ts';
import { refundOf } from '../policy/refund.ts';
import { applyChange } from './apply-change.ts';
import type { ToldEvent } from './apply-parcel-event.ts';
import { loadOrder } from './load-order.ts';
import { lockOrderRow } from './orders-table.ts';

/**
 * Applies the store's own cancellation to a built-in order, in the caller's transaction: what has not shipped is cancelled
 * and refunded, as if the customer had asked for it. Nothing changes when nothing is left to cancel. False when there
 * is no such order.
 */
export async function applyCancelledEvent(
  transaction: Kysely<Database>,
  { eventId, event, at }: ToldEvent<CancelledEvent>,
): Promise<boolean> {
  const { order_number, reason } = event.data;
  if ((await lockOrderRow(transaction, order_number)) === undefined) return false;
  const order = await loadOrder(transaction, order_number);
  if (order === undefined) return false;
  const verdict = judgeCancellation(order, undefined);
  if (verdict.is === 'impossible') return true;

  const { scope, lines } = verdict;
  const outcome = await applyChange(
    transaction,
    {
      change_id: eventId,
      order_number,
      kind: 'cancellation',
      ...(reason === undefined ? {} : { reason }),
      effects: [
        ...lines.map(({ line, quantity }) => ({ effect: 'cancel_units', line, quantity }) as const),
        refundOf(order, lines, scope === 'all' ? 'whole' : 'none'),
      ],
    },
    at,
  );
  if (outcome !== 'done') throw new Error(`A cancellation under the order's lock was answered ${outcome}`);
  return true;
}
