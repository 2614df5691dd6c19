import type { Generated, Kysely } from 'kysely';
import type { VisitorMessage } from '@orderline/contract/visit.ts';
import type { Database } from '../database/schema.ts';

interface VisitorMessagesTable {
  id: Generated<string>;
  call_id: string;
  text: string;
  contact: string;
  left_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    visitor_messages: VisitorMessagesTable;
  }
}

/** The same message sent again, because its answer was lost, is stored once. */
export async function insertVisitorMessage(
  database: Kysely<Database>,
  { callId, message, at }: { callId: string; message: VisitorMessage; at: Date },
): Promise<void> {
  await database
    .insertInto('visitor_messages')
    .values({ call_id: callId, text: message.text, contact: message.contact, left_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
