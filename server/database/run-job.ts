import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import { fromKysely, type JobResult, type JobWithMetadata, type PgBoss } from 'pg-boss';
import * as z from 'zod/mini';
import { errorForLog } from '../http/request-log.ts';
import { RetryLaterError } from './retry-later-error.ts';
import type { Database } from './schema.ts';

export interface JobAttempt {
  /** Aborted when the try has taken too long, or when the server cannot wait for it any more. */
  readonly signal: AbortSignal;
  /** 1 for the first. */
  readonly attempt: number;
  /** Failing this one makes the job a dead letter. */
  readonly isLast: boolean;
}

type JobHandler<Data> = (data: Data, attempt: JobAttempt) => Promise<void>;

export interface JobWork<Data> {
  readonly schema: z.ZodMiniType<Data>;
  readonly handler: JobHandler<Data>;
}

interface Running {
  readonly boss: PgBoss;
  readonly database: Kysely<Database>;
  readonly log: FastifyBaseLogger;
}

/** One try of one job; what its handler throws is logged, and kept with the job by its message alone. */
export async function runJob<Data>(
  running: Running,
  job: JobWithMetadata<unknown>,
  { schema, handler }: JobWork<Data>,
): Promise<JobResult> {
  const { id, name, retryCount } = job;
  const attempt = { signal: job.signal, attempt: retryCount + 1, isLast: retryCount >= job.retryLimit };
  try {
    await handler(schema.parse(job.data), attempt);
    return { id, status: 'completed' };
  } catch (error) {
    const { type, message } = errorForLog(error);
    const output = { type, message };
    running.log.warn({ job: name, jobId: id, attempt: attempt.attempt, err: error }, 'job failed');
    // Data of another form will not become right by waiting.
    if (error instanceof z.core.$ZodError) return { id, status: 'deadletter', output };
    if (!(error instanceof RetryLaterError) || attempt.isLast) return { id, status: 'failed', output };
    await postpone(running, job, { output, startAfter: error.afterSeconds });
    return { id, status: 'completed' };
  }
}

/** A result cannot name a time: the job is failed here, and what `runJob` returns then finds it settled. */
function postpone(
  { boss, database }: Running,
  { id, name, retryCount }: JobWithMetadata<unknown>,
  { output, startAfter }: { output: object; startAfter: number },
): Promise<void> {
  return database.transaction().execute(async (transaction) => {
    const db = fromKysely(transaction);
    await boss.fail(name, { id, retryCount }, output, { db });
    await boss.update(name, undefined, { id, startAfter, db });
  });
}
