import { sql, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../database/schema.ts';

/** What can be bought, with what is left of it; `reserved` of the `stock` is kept for exchanges. */
interface VariantsTable {
  sku: string;
  product: string;
  name: string;
  /** `{size: 'M', colour: 'Navy'}`. */
  options: Record<string, string>;
  price_cents: number;
  stock: number;
  reserved: number;
}
export type VariantRow = Selectable<VariantsTable>;

declare module '../database/schema.ts' {
  interface Database {
    variants: VariantsTable;
  }
}

/** Every variant of the products that these are variants of. */
export async function findVariantsBeside(database: Kysely<Database>, skus: readonly string[]): Promise<VariantRow[]> {
  if (skus.length === 0) return [];
  return database
    .selectFrom('variants')
    .selectAll()
    .where('product', 'in', (variants) => variants.selectFrom('variants').select('product').where('sku', 'in', skus))
    .orderBy('sku')
    .execute();
}

/** Those whose sku is new; the stock of the others stays as it is. */
export async function insertVariants(database: Kysely<Database>, variants: readonly VariantRow[]): Promise<void> {
  await database
    .insertInto('variants')
    .values([...variants])
    .onConflict((conflict) => conflict.column('sku').doNothing())
    .execute();
}

/** Units that can be sold again. A store that does not keep count of a sku loses nothing. */
export async function addStock(database: Kysely<Database>, sku: string, quantity: number): Promise<void> {
  await database
    .updateTable('variants')
    .set({ stock: sql`stock + ${quantity}` })
    .where('sku', '=', sku)
    .execute();
}

/** Whether so many were free, and now are kept. */
export async function reserveStock(database: Kysely<Database>, sku: string, quantity: number): Promise<boolean> {
  return changeStock(database, { sku, free: quantity, stock: 0, reserved: quantity });
}

export async function releaseStock(database: Kysely<Database>, sku: string, quantity: number): Promise<void> {
  await changeStock(database, { sku, free: 0, stock: 0, reserved: -quantity });
}

/** Whether so many were free, and now are gone. */
export async function takeStock(database: Kysely<Database>, sku: string, quantity: number): Promise<boolean> {
  return changeStock(database, { sku, free: quantity, stock: -quantity, reserved: 0 });
}

/** Units that were kept go. */
export async function takeReserved(database: Kysely<Database>, sku: string, quantity: number): Promise<void> {
  await changeStock(database, { sku, free: 0, stock: -quantity, reserved: -quantity });
}

async function changeStock(
  database: Kysely<Database>,
  { sku, free, stock, reserved }: { sku: string; free: number; stock: number; reserved: number },
): Promise<boolean> {
  const changed = await database
    .updateTable('variants')
    .set({ stock: sql`stock + ${stock}`, reserved: sql`reserved + ${reserved}` })
    .where('sku', '=', sku)
    .where(sql<number>`stock - reserved`, '>=', free)
    .returning('sku')
    .executeTakeFirst();
  return changed !== undefined;
}
