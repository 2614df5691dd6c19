import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import { findClaims } from '../claims/claims-table.ts';
import type { Database } from '../database/schema.ts';
import type { Order } from '../orders/order.ts';
import { withOwnCounts } from '../orders/with-own-counts.ts';
import { findReturns } from './returns-table.ts';

/** An order with our own returns and claims counted in, where it is the store's own and the store need not know of them. */
export async function orderAsKept(
  { store }: Pick<AppContext, 'store'>,
  database: Kysely<Database>,
  order: Order,
): Promise<Order> {
  if (store.changes.kind === 'built_in') return order;
  const returns = await findReturns(database, order.orderNumber);
  const claims = await findClaims(database, order.orderNumber);
  return withOwnCounts(order, { returns, claims });
}
