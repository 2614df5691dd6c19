import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { Database } from './schema.ts';

/** A caller on the line does not wait longer than this for a database that does not answer. */
const connectTimeoutMs = 2000;
const statementTimeoutMs = 5000;

/**
 * A pool of connections to the PostgreSQL at `url`; nothing is opened before the first query, so this never fails.
 * The caller ends it with `destroy()`.
 */
export function connectDatabase(url: string): Kysely<Database> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 500,
    idle_in_transaction_session_timeout: 2 * statementTimeoutMs,
    application_name: 'orderline',
  });
  // A connection that breaks is replaced by the pool, and who was using it is told by the statement that fails. Unheard,
  // its 'error' event would end the process: the pool hears it of the idle ones only, and says so by an 'error' of its own.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
