import { sql, type Kysely } from 'kysely';
import type { Database } from '../../server/database/schema.ts';

/** What a call has left of one order, as each that knows of it has it; times as often as it is there. */
export interface ChangesLeft {
  /** What the caller was told is done. */
  readonly stored: readonly string[];
  /** What has happened to the order. */
  readonly history: readonly string[];
  /** What the customer is sent of it. */
  readonly sent: readonly string[];
}

/** After any fault these are the same change, once each, or nothing (ROBUSTNESS: acknowledged = stored = sent). */
export async function changesLeft(database: Kysely<Database>, orderNumber: string): Promise<ChangesLeft> {
  const kinds = async (query: ReturnType<typeof sql<{ kind: string }>>) =>
    (await query.execute(database)).rows.map(({ kind }) => kind);
  return {
    stored: await kinds(
      sql`select kind from proposals where order_number = ${orderNumber} and state in ('done', 'accepted')`,
    ),
    history: await kinds(sql`select kind from order_history where order_number = ${orderNumber}`),
    sent: await kinds(sql`select kind from messages where order_number = ${orderNumber}`),
  };
}

export const cancelledOnce: ChangesLeft = {
  stored: ['cancellation'],
  history: ['cancellation'],
  sent: ['cancellation_confirmed'],
};
