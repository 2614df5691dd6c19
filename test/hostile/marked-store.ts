import { sql, type Kysely } from 'kysely';
import { seedDemoOrders } from '../../server/orders/seed-demo-orders.ts';
import type { Database } from '../../server/database/schema.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { testServer, type TestServer } from '../support/test-server.ts';
import { marksOf } from './marks.ts';

/** Every call takes place at this moment, so that a seed finds the same store again. */
export const now = new Date('2026-03-05T17:00:00Z');
/** What a call may change, children first; the rest of the database is not the store's. */
const kept = ['kysely_migration', 'kysely_migration_lock', 'documents', 'passages', 'staff'];

/**
 * The real server over a real database, whose demo orders each carry words of their own: what reaches somebody tells
 * which order it is from.
 */
export class MarkedStore {
  readonly database: Kysely<Database>;
  readonly server: TestServer;
  readonly url: string;
  readonly #fresh: FreshDatabase;

  private constructor(fresh: FreshDatabase, server: TestServer, url: string) {
    this.#fresh = fresh;
    this.database = fresh.database;
    this.server = server;
    this.url = url;
  }

  static async open(): Promise<MarkedStore> {
    const fresh = await freshDatabase();
    await sql
      .raw(`alter database ${new URL(fresh.url).pathname.slice(1)} set synchronous_commit = off`)
      .execute(fresh.database);
    const callsPerMinute = { perAddress: 1_000_000, inAll: 1_000_000 };
    const server = await testServer(fresh, { clock: () => now, config: { callsPerMinute } });
    const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
    const store = new MarkedStore(fresh, server, url);
    await seedDemoOrders(fresh.database, { now, timeZone: 'America/New_York' });
    await store.#mark();
    await store.keepAsItIs();
    return store;
  }

  /** Each order's texts and total become its own. */
  async #mark(): Promise<void> {
    const orders = await this.database.selectFrom('orders').select('order_number').orderBy('order_number').execute();
    for (const [index, { order_number }] of orders.entries()) {
      const { item, place, reason, person, street, extraCents } = marksOf(index);
      const of = [order_number];
      await sql`update order_lines set name = ${item} || ' ' || name where order_number = any(${of})`.execute(
        this.database,
      );
      await sql`update parcel_scans set place = ${place} || ' ' || place where order_number = any(${of})`.execute(
        this.database,
      );
      await sql`update payments set captured_cents = captured_cents + ${extraCents},
        refunded_cents = case when refunded_cents > 0 then refunded_cents + ${extraCents} else 0 end
        where order_number = any(${of}) and payment = 1`.execute(this.database);
      await sql`update orders set customer_name = ${person} || ' ' || customer_name,
        recipient_name = ${person} || ' ' || recipient_name, street = street || ' ' || ${street},
        cancel_reason = cancel_reason || ' ' || ${reason},
        shipping_cents = shipping_cents + ${extraCents}, total_cents = total_cents + ${extraCents}
        where order_number = any(${of})`.execute(this.database);
    }
  }

  /** Makes `begin` come back to the store as it stands now. */
  async keepAsItIs(): Promise<void> {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and not table_name = any(${kept})`.execute(
      this.database,
    );
    const copies = rows.map(({ name }) => `create table pristine."${name}" as table public."${name}";`);
    const emptied = rows.map(({ name }) => `delete from public."${name}";`);
    const filled: string[] = [];
    await sql
      .raw(`drop schema if exists pristine cascade; create schema pristine; ${copies.join(' ')}`)
      .execute(this.database);
    for (const { name } of rows) {
      const { rows: found } = await sql.raw(`select 1 from pristine."${name}" limit 1`).execute(this.database);
      if (found.length > 0) {
        filled.push(`insert into public."${name}" overriding system value select * from pristine."${name}";`);
      }
    }
    // Without the triggers of foreign keys the order of the tables is free.
    await sql
      .raw(
        `create or replace function begin_anew() returns void language plpgsql set session_replication_role = replica
        as $$ begin ${[...emptied, ...filled].join('\n')} end $$`,
      )
      .execute(this.database);
  }

  /** The store as it was kept: a call knows nothing of the one before. */
  async begin(): Promise<void> {
    await sql`select begin_anew()`.execute(this.database);
  }

  async close(): Promise<void> {
    await this.server.app.close();
    await this.#fresh.drop();
  }
}
