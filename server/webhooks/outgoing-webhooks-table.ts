import { sql, type Generated, type Kysely, type Selectable } from 'kysely';
import type { WebhookState } from '@orderline/contract/desk-webhook.ts';
import type { OutgoingEventType } from '@orderline/contract/outgoing-event.ts';
import type { Database } from '../database/schema.ts';

interface OutgoingWebhooksTable {
  /** The `webhook-id`, the same for every try. */
  id: string;
  /** Grows with each. */
  position: Generated<string>;
  type: OutgoingEventType;
  /** JSON, exactly as it is signed. */
  body: string;
  state: WebhookState;
  happened_at: Date;
  /** How often staff had it sent again. */
  resent: Generated<number>;
  tries: Generated<number>;
  /** Why the last try failed. */
  failure: string | null;
  settled_at: Date | null;
}
export type OutgoingWebhookRow = Selectable<OutgoingWebhooksTable>;

declare module '../database/schema.ts' {
  interface Database {
    outgoing_webhooks: OutgoingWebhooksTable;
  }
}

/** False when it is there already. */
export async function insertOutgoing(
  database: Kysely<Database>,
  webhook: Pick<OutgoingWebhookRow, 'id' | 'type' | 'body' | 'happened_at'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('outgoing_webhooks')
    .values({ ...webhook, state: 'waiting' })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findOutgoing(database: Kysely<Database>, id: string): Promise<OutgoingWebhookRow | undefined> {
  return database.selectFrom('outgoing_webhooks').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The newest `limit`, or those before the one at `before`. */
export async function findOutgoingPage(
  database: Kysely<Database>,
  { state, before, limit }: { state: WebhookState | undefined; before: string | undefined; limit: number },
): Promise<OutgoingWebhookRow[]> {
  return database
    .selectFrom('outgoing_webhooks')
    .selectAll()
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'dead'))
    .$if(before !== undefined, (query) => query.where('position', '<', before ?? ''))
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
}

/** Which sending of a webhook: the first is 0, and each by staff one more. */
export interface Sending {
  readonly id: string;
  readonly resent: number;
}

/** Counts a try that failed. */
export async function noteFailure(database: Kysely<Database>, { id }: Sending, failure: string): Promise<void> {
  await database
    .updateTable('outgoing_webhooks')
    .set({ tries: sql`tries + 1`, failure })
    .where('id', '=', id)
    .execute();
}

export async function markDelivered(database: Kysely<Database>, { id }: Sending, at: Date): Promise<void> {
  await database
    .updateTable('outgoing_webhooks')
    .set({ state: 'delivered', tries: sql`tries + 1`, failure: null, settled_at: at })
    .where('id', '=', id)
    .execute();
}

/** Gives a sending up; one that staff have begun since goes on. */
export async function markDead(database: Kysely<Database>, { id, resent }: Sending, at: Date): Promise<void> {
  await database
    .updateTable('outgoing_webhooks')
    .set({ state: 'dead', settled_at: at })
    .where('id', '=', id)
    .where('resent', '=', resent)
    .where('state', '=', 'waiting')
    .execute();
}

/** A dead one is waiting again; undefined when it is not dead. */
export async function reviveOutgoing(database: Kysely<Database>, id: string): Promise<OutgoingWebhookRow | undefined> {
  return database
    .updateTable('outgoing_webhooks')
    .set({ state: 'waiting', resent: sql`resent + 1`, settled_at: null })
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .returningAll()
    .executeTakeFirst();
}

/** Those that were delivered or given up before then. */
export async function deleteSettledBefore(database: Kysely<Database>, before: Date): Promise<void> {
  await database.deleteFrom('outgoing_webhooks').where('settled_at', '<', before).execute();
}
