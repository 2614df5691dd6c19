import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { findLines, type OrderLineRow } from './order-lines-table.ts';
import { countExchanged } from './replacements-table.ts';

/** The lines as the order's status counts them: a unit that came back for another one was exchanged, not returned. */
export async function linesForStatus(database: Kysely<Database>, orderNumber: string): Promise<OrderLineRow[]> {
  const lines = await findLines(database, orderNumber);
  if (lines.every(({ returned_quantity }) => returned_quantity === 0)) return lines;
  const exchanged = await countExchanged(database, orderNumber);
  return lines.map((line) => {
    const units = exchanged.find((of) => of.line === line.line)?.quantity ?? 0;
    return { ...line, returned_quantity: line.returned_quantity - units };
  });
}
