import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import { findClaims } from '../claims/claims-table.ts';
import type { Database } from '../database/schema.ts';
import type { Order, Payment } from '../orders/order.ts';
import { withOwnCounts } from '../orders/with-own-counts.ts';
import { findReturns } from '../returns/returns-table.ts';
import { findCancelledUnits } from './cancelled-units-table.ts';

/** An order as the rules go by it, with all that became of its units also where the store's own API does not tell it. */
export async function countedOrder(
  { store }: Pick<AppContext, 'store'>,
  database: Kysely<Database>,
  order: Order,
): Promise<Order> {
  if (store.changes.kind === 'built_in') return order;
  const { orderNumber } = order;
  const returns = await findReturns(database, orderNumber);
  const claims = await findClaims(database, orderNumber);
  const cancelled = await findCancelledUnits(database, orderNumber);
  const payments = order.payments.length === 0 ? [originalPayment] : order.payments;
  return withOwnCounts({ ...order, payments }, { returns, claims, cancelled });
}

/** A store that does not tell how an order was paid knows it all the same when it pays back (seed, Return Policy). */
const originalPayment: Payment = {
  payment: 1,
  kind: 'other',
  method: 'original payment method',
  capturedCents: undefined,
  refundedCents: 0,
  refundedAt: undefined,
};
