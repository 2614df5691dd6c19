import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { isFactorOf } from '../identity/factor.ts';
import { applyChange } from '../orders/apply-change.ts';
import { loadOrder } from '../orders/load-order.ts';
import { findOrder, lockOrderRow } from '../orders/orders-table.ts';
import { findVariantsBeside } from '../orders/variants-table.ts';
import { writtenAddress } from '../orders/written-address.ts';
import { cleanOrder } from './clean-order.ts';
import type { StoreConnector } from './store-connector.ts';

/** The orders in this server's own database. */
export const builtInStore = (database: Kysely<Database>): StoreConnector => ({
  async lookUp({ orderNumber, factor }) {
    // Loaded before it is compared, and looked for in every table even when there is none: the time tells nothing.
    const order = await loadOrder(database, orderNumber);
    return isFactorOf(order?.contact, factor) && order !== undefined ? cleanOrder(order) : undefined;
  },

  async shippingAddress({ orderNumber, factor }) {
    const row = await findOrder(database, orderNumber);
    if (row === undefined) return undefined;
    const contact = { email: row.email, phone: row.phone ?? undefined };
    return isFactorOf(contact, factor) ? writtenAddress(row) : undefined;
  },

  async variantsOf(transaction, { lines }, wanted) {
    const skus = new Map(
      lines.flatMap(({ line, sku }) => (sku !== undefined && wanted.includes(line) ? [[line, sku]] : [])),
    );
    const variants = await findVariantsBeside(transaction, [...skus.values()]);
    return new Map(
      [...skus].flatMap(([line, sku]) => {
        const product = variants.find((variant) => variant.sku === sku)?.product;
        const beside = variants.filter((variant) => variant.product === product);
        return beside.length === 0
          ? []
          : [
              [
                line,
                beside.map(({ sku: of, name, options, price_cents, stock, reserved }) => ({
                  sku: of,
                  name,
                  options,
                  priceCents: price_cents,
                  available: stock - reserved,
                })),
              ] as const,
            ];
      }),
    );
  },

  changes: {
    kind: 'built_in',
    async lockOrder(transaction, orderNumber) {
      if ((await lockOrderRow(transaction, orderNumber)) === undefined) return undefined;
      const order = await loadOrder(transaction, orderNumber);
      return order === undefined ? undefined : cleanOrder(order);
    },
    apply: applyChange,
  },
});
