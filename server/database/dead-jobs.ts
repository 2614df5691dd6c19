import { sql, type Kysely } from 'kysely';
import type { Database } from './schema.ts';

export interface DeadJob {
  readonly name: string;
  readonly id: string;
  readonly tries: number;
  readonly diedAt: Date;
  /** What its handler threw last, without personal data as all messages of errors. */
  readonly reason: string | null;
}

/** The jobs that have failed for the last time since then, newest first, 100 at most; they are kept for seven days. */
export async function deadJobs(database: Kysely<Database>, { since }: { since: Date }): Promise<DeadJob[]> {
  const { rows } = await sql<DeadJob>`
    select name, id, retry_count + 1 as tries, completed_on as "diedAt", output ->> 'message' as reason
    from pgboss.job
    where state = 'failed' and completed_on >= ${since}
    order by completed_on desc
    limit 100`.execute(database);
  return rows;
}
