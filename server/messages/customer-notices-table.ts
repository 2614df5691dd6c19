import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../database/schema.ts';

/** How far a message got: into the queue of its channel, or only into the outbox, as the store has no sender for it. */
export type Sent = 'queued' | 'kept';

/** What customers were told, each once by its key. */
interface CustomerNoticesTable {
  key: string;
  call_id: string | null;
  order_number: string;
  /** A `Notice`. */
  notice: unknown;
  /** The contacts that were on file. */
  email: string | null;
  phone: string | null;
  texted: Sent | null;
  emailed: Sent | null;
  told_at: Date;
}
export type CustomerNoticeRow = Selectable<CustomerNoticesTable>;

declare module '../database/schema.ts' {
  interface Database {
    customer_notices: CustomerNoticesTable;
  }
}

/**
 * Whether nobody has told this before; the notice is then ours to send. Waits for a transaction that is just telling it.
 */
export async function insertNotice(
  database: Kysely<Database>,
  notice: Omit<CustomerNoticeRow, 'texted' | 'emailed'>,
): Promise<boolean> {
  const inserted = await database
    .insertInto('customer_notices')
    .values({ ...notice, notice: JSON.stringify(notice.notice), texted: null, emailed: null })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function findNotice(database: Kysely<Database>, key: string): Promise<CustomerNoticeRow | undefined> {
  return database.selectFrom('customer_notices').selectAll().where('key', '=', key).executeTakeFirst();
}

/** What was told in a call. */
export async function findNoticesOfCall(database: Kysely<Database>, callId: string): Promise<CustomerNoticeRow[]> {
  return database.selectFrom('customer_notices').selectAll().where('call_id', '=', callId).orderBy('told_at').execute();
}

export async function markTold(
  database: Kysely<Database>,
  key: string,
  told: Partial<Pick<CustomerNoticeRow, 'texted' | 'emailed'>>,
): Promise<void> {
  await database.updateTable('customer_notices').set(told).where('key', '=', key).execute();
}
