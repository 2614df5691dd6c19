import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { vi } from 'vitest';
import type { AppContext } from '../../server/app-context.ts';
import { deliverMessages } from '../../server/messages/deliver-message.ts';
import type { DeliveryHooks } from '../../server/messages/delivery-hooks.ts';
import type { MessageRow, MessageState } from '../../server/messages/messages-table.ts';
import type { MessagingConfig } from '../../server/messages/messaging-config.ts';
import { queueMessage, type OutgoingMessage } from '../../server/messages/queue-message.ts';
import type { FreshDatabase } from './database.ts';
import { patience } from './patience.ts';
import { hastenJob } from './waiting-jobs.ts';
import { MemoryRooms } from './memory-rooms.ts';
import { testContext } from './test-server.ts';

/** A server's sending part, before a database of its own. */
export class Outbox {
  readonly context: AppContext;
  readonly #fresh: FreshDatabase;

  constructor(fresh: FreshDatabase, messaging: Partial<MessagingConfig>, hooks: DeliveryHooks = {}) {
    const context = testContext(fresh, new MemoryRooms());
    const config = { ...context.config, publicUrl: 'https://orders.example' };
    this.context = { ...context, config: { ...config, messaging: { ...config.messaging, ...messaging } } };
    this.#fresh = fresh;
    deliverMessages(this.context, hooks);
  }

  /** Begins to send. */
  start(): this {
    this.context.jobs.start();
    return this;
  }

  /** In a transaction of its own; each has a key of its own unless it is given. */
  queue(message: Pick<OutgoingMessage, 'channel' | 'recipient'> & Partial<OutgoingMessage>) {
    const whole = { dedupeKey: randomUUID(), kind: 'tracking_link', text: 'It is on its way.', ...message };
    return this.context.database.transaction().execute((transaction) => queueMessage(this.context, transaction, whole));
  }

  rows(): Promise<MessageRow[]> {
    return this.#fresh.database.selectFrom('messages').selectAll().orderBy('asked_at').execute();
  }

  /** The newest message, once it is in this state. */
  untilState(state: MessageState): Promise<MessageRow> {
    return vi.waitUntil(async () => {
      const row = (await this.rows()).at(-1);
      return row?.state === state && row;
    }, patience);
  }

  /** Has a message that waits for its next try sent now; resolves with the seconds that it would have waited. */
  hasten(): Promise<number> {
    return vi.waitUntil(() => hastenJob(this.#fresh, 'deliver-message'), patience);
  }

  close(): Promise<void> {
    return this.context.jobs.stop();
  }
}

/** Nothing is left of what was sent before. */
export async function emptyOutbox({ database }: FreshDatabase): Promise<void> {
  await database.deleteFrom('messages').execute();
  await database.deleteFrom('suppressions').execute();
  await sql`delete from pgboss.job`.execute(database);
}
