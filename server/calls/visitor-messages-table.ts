import { sql, type Generated, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../database/schema.ts';

interface VisitorMessagesTable {
  id: Generated<string>;
  call_id: string;
  text: string;
  /** An e-mail address or a phone number. */
  contact: string;
  /** When they may be rung, in their words. */
  best_time: string | null;
  left_at: Date;
}
export type VisitorMessageRow = Selectable<VisitorMessagesTable>;

declare module '../database/schema.ts' {
  interface Database {
    visitor_messages: VisitorMessagesTable;
  }
}

/** False for a message that is there already: sent again because its answer was lost, it is stored once. */
export async function insertVisitorMessage(
  database: Kysely<Database>,
  message: Omit<VisitorMessageRow, 'id'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('visitor_messages')
    .values(message)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What was left in a call, oldest first. */
export async function findVisitorMessages(database: Kysely<Database>, callId: string): Promise<VisitorMessageRow[]> {
  return database.selectFrom('visitor_messages').selectAll().where('call_id', '=', callId).orderBy('id').execute();
}

export async function countVisitorMessages(database: Kysely<Database>, callId: string): Promise<number> {
  const { count } = await database
    .selectFrom('visitor_messages')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('call_id', '=', callId)
    .executeTakeFirstOrThrow();
  return count;
}
