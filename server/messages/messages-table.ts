import { sql, type Generated, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../database/schema.ts';

export type MessageChannel = 'sms' | 'email';

export type MessageState =
  /** Nobody sends it: the store has no sender for its channel, or its recipient is none of `SEND_ONLY_TO`. */
  | 'kept'
  | 'queued'
  /** Handed to its provider, whose answer is not known yet. */
  | 'sending'
  | 'sent'
  | 'delivered'
  /** It cannot reach its recipient. */
  | 'bounced'
  | 'failed'
  /** Its recipient is not to be written to any more. */
  | 'suppressed'
  /** It may have been sent or not, and is not sent again by itself. */
  | 'unknown';

/** What is attached is made when it is sent: `{kind: 'return_label', rma}`. */
export interface AttachmentReference {
  readonly kind: string;
  readonly [fact: string]: string;
}

/** The outbox. */
interface MessagesTable {
  id: Generated<string>;
  /** No other message has it: what makes this one leave once. */
  dedupe_key: string;
  call_id: string | null;
  order_number: string | null;
  kind: string;
  channel: MessageChannel;
  recipient: string;
  subject: string | null;
  text: string;
  html: string | null;
  attachments: AttachmentReference[];
  state: MessageState;
  /** Twilio's SID, or the Message-ID. */
  provider_id: string | null;
  attempts: Generated<number>;
  /** Why it is not sent, without personal data. */
  last_error: string | null;
  asked_at: Date;
  /** When it was last handed to its provider, by the clock of the database. */
  tried_at: Date | null;
  sent_at: Date | null;
}
export type MessageRow = Selectable<MessagesTable>;
type NewMessage = Omit<MessageRow, 'id' | 'provider_id' | 'attempts' | 'tried_at' | 'sent_at'>;

declare module '../database/schema.ts' {
  interface Database {
    messages: MessagesTable;
  }
}

/** Returns its id, or undefined when there is a message of this key already. */
export async function insertMessage(database: Kysely<Database>, message: NewMessage): Promise<string | undefined> {
  const inserted = await database
    .insertInto('messages')
    .values({ ...message, attachments: sql`${JSON.stringify(message.attachments)}::jsonb` })
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id;
}

export async function findMessage(database: Kysely<Database>, id: string): Promise<MessageRow | undefined> {
  return database.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst();
}

/** As `findMessage`, held until the end of the transaction. */
export async function lockMessage(transaction: Kysely<Database>, id: string): Promise<MessageRow | undefined> {
  return transaction.selectFrom('messages').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export interface MessagePage {
  readonly state: MessageState | undefined;
  /** Those that were asked for before this one. */
  readonly before: Pick<MessageRow, 'asked_at' | 'id'> | undefined;
  readonly limit: number;
}

/** The newest first. */
export async function findMessages(
  database: Kysely<Database>,
  { state, before, limit }: MessagePage,
): Promise<MessageRow[]> {
  let query = database.selectFrom('messages').selectAll();
  if (state !== undefined) query = query.where('state', '=', state);
  if (before !== undefined) {
    query = query.where(sql<boolean>`(asked_at, id) < (${before.asked_at}, ${before.id})`);
  }
  return query.orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Counts a try: false when somebody else has the message, or nothing is to be sent any more. */
export async function markSending(
  database: Kysely<Database>,
  { id, state, attempts }: Pick<MessageRow, 'id' | 'state' | 'attempts'>,
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('messages')
    .set({ state: 'sending', attempts: attempts + 1, tried_at: sql`clock_timestamp()`, last_error: null })
    .where('id', '=', id)
    .where('state', '=', state)
    .where('attempts', '=', attempts)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type MessageResult = Pick<MessageRow, 'state'> &
  Partial<Pick<MessageRow, 'last_error' | 'provider_id' | 'sent_at'>>;

/** Writes down what became of a message, if it still is in one of the states `from`; false when it is not. */
export async function settleMessage(
  database: Kysely<Database>,
  { id, from }: { id: string; from: readonly MessageState[] },
  result: MessageResult,
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('messages')
    .set(result)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether one of the messages has this id at its provider. */
export async function hasProviderId(database: Kysely<Database>, providerId: string): Promise<boolean> {
  const found = await database
    .selectFrom('messages')
    .select('id')
    .where('provider_id', '=', providerId)
    .executeTakeFirst();
  return found !== undefined;
}
