import { sql, type Generated, type Kysely, type RawBuilder, type Selectable } from 'kysely';
import type { Database } from '../database/schema.ts';

interface ReturnLinesTable {
  rma: string;
  line: number;
  name: string;
  quantity: number;
  received: Generated<number>;
  refunded: Generated<number>;
  /** Received damaged, and not yet looked at. */
  held: Generated<number>;
  rejected: Generated<number>;
  exchange_sku: string | null;
  /** Units of it that are kept for the exchange. */
  reserved: number;
  exchange_name: string | null;
  cheaper_by_cents: number;
}
export type ReturnLineRow = Selectable<ReturnLinesTable>;

declare module '../database/schema.ts' {
  interface Database {
    return_lines: ReturnLinesTable;
  }
}

export async function insertReturnLines(
  database: Kysely<Database>,
  lines: readonly Omit<ReturnLineRow, 'received' | 'refunded' | 'held' | 'rejected'>[],
): Promise<void> {
  await database
    .insertInto('return_lines')
    .values([...lines])
    .execute();
}

type Counter = 'received' | 'refunded' | 'held' | 'rejected' | 'reserved';

/** Moves counters of a line; the database refuses what would count a unit twice. */
export async function addToReturnLine(
  database: Kysely<Database>,
  { rma, line, counters }: { rma: string; line: number; counters: Partial<Record<Counter, number>> },
): Promise<void> {
  const changes: Partial<Record<Counter, RawBuilder<number>>> = {};
  for (const [counter, by] of Object.entries(counters)) {
    changes[counter as Counter] = sql<number>`${sql.ref(counter)} + ${by}`;
  }
  await database.updateTable('return_lines').set(changes).where('rma', '=', rma).where('line', '=', line).execute();
}
