import type { Generated, Kysely, Selectable } from 'kysely';
import type { OutgoingEventType } from '@orderline/contract/outgoing-event.ts';
import type { Database } from '../database/schema.ts';

/** `dead`: given up, until staff have it sent again. */
export type OutgoingWebhookState = 'waiting' | 'delivered' | 'dead';

interface OutgoingWebhooksTable {
  /** The `webhook-id`, the same for every try. */
  id: string;
  type: OutgoingEventType;
  /** JSON, exactly as it is signed. */
  body: string;
  state: OutgoingWebhookState;
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
