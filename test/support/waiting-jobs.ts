import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { jobDatabase } from '../../server/database/job-database.ts';
import type { FreshDatabase } from './database.ts';

/**
 * Has the job of this name that waits for its time, or to be tried again, run now. Resolves with the seconds that it
 * would have waited yet, or with undefined when none waits.
 */
export async function hastenJob({ database }: FreshDatabase, name: string): Promise<number | undefined> {
  const boss = new PgBoss({ db: jobDatabase(database), useListenNotify: true });
  const [job] = await boss.findJobs(name, { queued: true, limit: 1 });
  const waits = job === undefined ? 0 : (job.startAfter.getTime() - Date.now()) / 1000;
  if (job === undefined || waits <= 0) return undefined;
  const { updated } = await boss.update(name, undefined, { id: job.id, startAfter: new Date(0) });
  return updated === 0 ? undefined : waits;
}

/** Has the job of this name run that is due already: a dead letter is announced to nobody, and waits to be looked for. */
export async function wakeJob({ database }: FreshDatabase, name: string): Promise<void> {
  const boss = new PgBoss({ db: jobDatabase(database), useListenNotify: true });
  const [job] = await boss.findJobs(name, { queued: true, limit: 1 });
  if (job !== undefined) await boss.update(name, undefined, { id: job.id, startAfter: new Date(0) });
}

/**
 * What pg-boss does after a while with jobs whose server has died: they count as failed, and are tried again. Resolves
 * with how many there were.
 */
export async function giveUpOnDeadServers({ database }: FreshDatabase, name: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from pgboss.job where name = ${name} and state = 'active'`.execute(database);
  const boss = new PgBoss({ db: jobDatabase(database) });
  for (const { id } of rows) await boss.fail(name, id);
  return rows.length;
}

/**
 * What is so after all its tries but one: the next of the waiting job of this name is its last. Not of one that runs: what
 * a try reports counts only for the try that pg-boss began.
 */
export async function onItsLastTry({ database }: FreshDatabase, name: string): Promise<void> {
  await sql`update pgboss.job set retry_count = retry_limit where name = ${name} and state < 'active'`.execute(
    database,
  );
}
