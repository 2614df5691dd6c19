import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { isFactorOf } from '../identity/factor.ts';
import { loadOrder } from '../orders/load-order.ts';
import { findContact } from '../orders/orders-table.ts';
import { cleanOrder } from './clean-order.ts';
import type { StoreConnector } from './store-connector.ts';

/** The orders in this server's own database. */
export const builtInStore = (database: Kysely<Database>): StoreConnector => ({
  async lookUp({ orderNumber, factor }) {
    const contact = await findContact(database, orderNumber);
    if (!isFactorOf(contact, factor)) return undefined;
    const order = await loadOrder(database, orderNumber);
    return order === undefined ? undefined : cleanOrder(order);
  },
});
