import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { Pool } from 'pg';
import { PreparedStatements } from './prepared-statements.ts';
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
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
}

/** The pool as Kysely uses it, which here never asks for a cursor. */
function preparing(pool: Pool): PostgresPool {
  const statements = new PreparedStatements();
  return {
    async connect() {
      const client = await pool.connect();
      const query = (text: string, values: readonly unknown[]) => statements.run(client, text, values);
      return { query, release: () => client.release() } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}
