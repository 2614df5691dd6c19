import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely';
import type { Database } from '../database/schema.ts';

interface OrderLinesTable {
  order_number: string;
  line: number;
  sku: string;
  name: string;
  /** `{size: 'M', colour: 'Navy'}`. */
  variant: Record<string, string>;
  kind: string;
  is_final_sale: boolean;
  is_personalised: boolean;
  unit_price_cents: number;
  quantity: number;
  shipped_quantity: number;
  delivered_quantity: number;
  cancelled_quantity: number;
  return_requested_quantity: number;
  returned_quantity: number;
  refunded_quantity: number;
  claimed_quantity: number;
}
export type OrderLineRow = Selectable<OrderLinesTable>;

declare module '../database/schema.ts' {
  interface Database {
    order_lines: OrderLinesTable;
  }
}

export async function insertLines(database: Kysely<Database>, lines: readonly OrderLineRow[]): Promise<void> {
  await database
    .insertInto('order_lines')
    .values([...lines])
    .execute();
}

type Counter = Extract<keyof OrderLineRow, `${string}_quantity`>;

export async function findLines(database: Kysely<Database>, orderNumber: string): Promise<OrderLineRow[]> {
  return database
    .selectFrom('order_lines')
    .selectAll()
    .where('order_number', '=', orderNumber)
    .orderBy('line')
    .execute();
}

/** Moves counters of a line; the database refuses what would count a unit twice. */
export async function addToLine(
  database: Kysely<Database>,
  { order_number, line, counters }: { order_number: string; line: number; counters: Partial<Record<Counter, number>> },
): Promise<OrderLineRow> {
  const changes: Partial<Record<Counter, RawBuilder<number>>> = {};
  for (const [counter, by] of Object.entries(counters)) {
    changes[counter as Counter] = sql<number>`${sql.ref(counter)} + ${by}`;
  }
  return database
    .updateTable('order_lines')
    .set(changes)
    .where('order_number', '=', order_number)
    .where('line', '=', line)
    .returningAll()
    .executeTakeFirstOrThrow();
}
