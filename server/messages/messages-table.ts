import type { Generated, Kysely } from 'kysely';
import type { MessageRequest } from '@orderline/contract/message.ts';
import type { Database } from '../database/schema.ts';

/** The outbox. */
export interface MessagesTable {
  id: Generated<string>;
  call_id: string;
  order_number: string;
  kind: MessageRequest['kind'];
  channel: MessageRequest['channel'];
  recipient: string;
  text: string;
  /** `kept`: the store has no sender for its channel. */
  state: 'kept';
  asked_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    messages: MessagesTable;
  }
}

/** Each order, kind and channel once in a call; asked for again, what is there stays. */
export async function insertMessage(database: Kysely<Database>, message: Omit<MessagesTable, 'id'>): Promise<void> {
  await database
    .insertInto('messages')
    .values(message)
    .onConflict((conflict) => conflict.columns(['call_id', 'order_number', 'kind', 'channel']).doNothing())
    .execute();
}
