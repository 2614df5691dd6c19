import { sql, type Kysely } from 'kysely';
import { PgBoss } from 'pg-boss';
import { jobDatabase } from './job-database.ts';
import type { Database } from './schema.ts';

/** Any number that no other advisory lock of ours has. */
const lockKey = 20_260_101;

/** Brings pg-boss's own schema to the version of the library; servers that start together take turns. */
export async function installJobs(database: Kysely<Database>): Promise<void> {
  await database.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${lockKey})`.execute(connection);
    try {
      const boss = new PgBoss({
        db: jobDatabase(database),
        supervise: false,
        schedule: false,
        registerInstance: false,
        openTelemetry: { enabled: false },
      });
      await boss.start();
      await boss.stop({ graceful: false });
    } finally {
      await sql`select pg_advisory_unlock(${lockKey})`.execute(connection);
    }
  });
}
