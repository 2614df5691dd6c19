import { sql, type Kysely } from 'kysely';
import { Client } from 'pg';
import type { Database } from './schema.ts';

/** Short messages between the server processes on one database. They may be lost: whoever relies on one also looks. */
export interface Signals {
  /** Calls `handler` with each payload sent on `channel` by any process, this one included; returns how to stop. */
  on(channel: string, handler: (payload: string) => void): () => void;
}

/**
 * Sends `payload` (at most 8000 bytes) to every process that listens on `channel`. Within a transaction it leaves at
 * the commit, or not at all.
 */
export async function sendSignal(database: Kysely<Database>, channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(database);
}

const firstRetryMs = 200;
const longestRetryMs = 2000;

/** Listens on a connection of its own (PostgreSQL's LISTEN), and opens another whenever that one breaks. */
export class PostgresSignals implements Signals {
  readonly #url: string;
  readonly #handlers = new Map<string, Set<(payload: string) => void>>();
  #client: Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #retryMs = firstRetryMs;
  #isRunning = false;

  constructor(url: string) {
    this.#url = url;
  }

  on(channel: string, handler: (payload: string) => void): () => void {
    const handlers = this.#handlers.get(channel) ?? new Set();
    this.#handlers.set(channel, handlers.add(handler));
    return () => handlers.delete(handler);
  }

  /** Listens on the channels that have handlers by now. Resolves at once: the database may come later. */
  start(): void {
    this.#isRunning = true;
    void this.#connect();
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    clearTimeout(this.#retry);
    await this.#client?.end();
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: this.#url,
      connectionTimeoutMillis: 2000,
      keepAlive: true,
      application_name: 'orderline signals',
    });
    this.#client = client;
    client.on('notification', ({ channel, payload = '' }) => {
      for (const handler of this.#handlers.get(channel) ?? []) handler(payload);
    });
    client.on('error', () => undefined);
    client.on('end', () => this.#connectLater());
    try {
      await client.connect();
      for (const channel of this.#handlers.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      this.#retryMs = firstRetryMs;
    } catch {
      // What failed shows wherever the database is needed; here it only means: once more.
      await client.end().catch(() => undefined);
      this.#connectLater();
    }
  }

  #connectLater(): void {
    if (!this.#isRunning) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#connect(), this.#retryMs);
    this.#retryMs = Math.min(2 * this.#retryMs, longestRetryMs);
  }
}
