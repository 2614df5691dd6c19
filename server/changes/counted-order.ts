import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import { findClaims } from '../claims/claims-table.ts';
import type { Database } from '../database/schema.ts';
import type { Order } from '../orders/order.ts';
import { withOwnCounts } from '../orders/with-own-counts.ts';
import { findReturns } from '../returns/returns-table.ts';

/** An order with all that became of its units: a store's own API need not know of RMAs and claims. */
export async function countedOrder(
  { store }: Pick<AppContext, 'store'>,
  database: Kysely<Database>,
  order: Order,
): Promise<Order> {
  if (store.changes.kind === 'built_in') return order;
  const returns = await findReturns(database, order.orderNumber);
  const claims = await findClaims(database, order.orderNumber);
  return withOwnCounts(order, { returns, claims });
}
