import type { Kysely, Selectable } from 'kysely';
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
