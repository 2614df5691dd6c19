import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import { fromKysely, PgBoss, type JobResult, type JobWithMetadata } from 'pg-boss';
import * as z from 'zod/mini';
import { DeclaredQueues } from './declared-queues.ts';
import { runJob, type JobAttempt, type JobWork } from './run-job.ts';
import type { Database } from './schema.ts';

const firstRetryMs = 200;
const longestRetryMs = 2000;
const stopTimeoutMs = 20_000;
const troubleEveryMs = 30_000;
/** Jobs that may run at once are told of at their commit; those that wait for a time are looked for this often. */
const lookEverySeconds = 3;

export interface JobRequest {
  readonly name: string;
  /** From `jobId`: a second job of this name and id is not made. */
  readonly id: string;
  /** Ids rather than what they stand for: it is kept for days. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Not before then, by the database's clock. */
  readonly startAfter?: Date;
}

export interface WorkOfName<Data> extends JobWork<Data> {
  /** How many of these jobs one server runs at a time, at least 2; 4 unless given. */
  readonly concurrency?: number;
  /** How often one that fails is tried again: after 5 s, then ever later, up to half an hour apart. 12 unless given. */
  readonly retries?: number;
  /** A try that takes longer has failed, and its signal is aborted. 60 unless given. */
  readonly timeoutSeconds?: number;
  /** Told of each job that has failed for the last time. */
  readonly whenDead?: (data: Data) => Promise<void>;
}

export interface JobQueueParts {
  readonly database: Kysely<Database>;
  /** Of the same database: workers have connections of their own, so that no caller waits behind them. */
  readonly databaseUrl: string;
  readonly log: FastifyBaseLogger;
}

interface Worker {
  readonly name: string;
  readonly concurrency: number;
  readonly run: (job: JobWithMetadata<unknown>) => Promise<JobResult>;
}

/**
 * Work that is done after its request, by pg-boss: sent within the caller's transaction, so that a job is there exactly
 * when its reason is, and run at least once by one of the servers. One that keeps failing stays to be seen (`deadJobs`).
 */
export class JobQueue {
  readonly #database: Kysely<Database>;
  readonly #queues: DeclaredQueues;
  readonly #boss: PgBoss;
  readonly #log: FastifyBaseLogger;
  readonly #workers: Worker[] = [];
  readonly #crons = new Map<string, string>();
  readonly #stopping = new AbortController();
  #starting: Promise<void> = Promise.resolve();
  #quietUntil = 0;

  constructor({ database, databaseUrl, log }: JobQueueParts) {
    this.#database = database;
    this.#queues = new DeclaredQueues(database);
    this.#log = log;
    this.#boss = new PgBoss({
      connectionString: databaseUrl,
      application_name: 'orderline jobs',
      max: 4,
      connectionTimeoutMillis: 2000,
      useListenNotify: true,
      registerInstance: false,
      openTelemetry: { enabled: false },
    });
    this.#boss.on('error', (error) => this.#noteTrouble(error));
    this.#boss.on('warning', ({ message }) => log.warn(`jobs: ${message}`));
  }

  /**
   * Puts a job into its queue at the commit of `transaction`, or not at all. False when there is one of this name and id,
   * be it done (for the seven days that it is kept).
   */
  async send(transaction: Kysely<Database>, { name, id, data, startAfter }: JobRequest): Promise<boolean> {
    await this.#queues.ensure(name);
    const options = { id, db: fromKysely(transaction), ...(startAfter === undefined ? {} : { startAfter }) };
    return (await this.#queues.boss.send(name, data, options)) !== null;
  }

  /**
   * Runs `handler` for the jobs of this name from `start` on; `schema` reads their data. It may see a job twice, as its
   * server may die when all but the note of it is done. What it throws has the job tried again, at a time of its choice
   * if that is a `RetryLaterError`.
   */
  work<Data>(name: string, work: WorkOfName<Data>): void {
    const { schema, concurrency = 4, retries = 12, timeoutSeconds = 60, whenDead } = work;
    const deadLetter = whenDead === undefined ? {} : { deadLetter: `${name}-dead` };
    this.#queues.declare(name, { retryLimit: retries, expireInSeconds: timeoutSeconds, ...deadLetter });
    this.#workers.push({ name, concurrency, run: (job) => this.#run(job, work) });
    if (whenDead !== undefined) this.work(`${name}-dead`, { schema, handler: whenDead });
  }

  /**
   * Runs `handler` at the times of `cron` (five fields, UTC) on one of the servers, and never twice at a time. A time
   * that was missed is left out.
   */
  every(name: string, cron: string, handler: (attempt: JobAttempt) => Promise<void>): void {
    this.#queues.declare(name, { policy: 'exclusive', retryLimit: 2, expireInSeconds: 5 * 60 });
    this.#crons.set(name, cron);
    const run = (_data: unknown, attempt: JobAttempt) => handler(attempt);
    this.#workers.push({ name, concurrency: 2, run: (job) => this.#run(job, { schema: z.unknown(), handler: run }) });
  }

  /** Begins to work; returns at once, as the database may come later. */
  start(): void {
    this.#starting = this.#startWhenPossible();
  }

  /** Resolves when the handlers that run are done, or have been told by their signal that nobody waits any longer. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#starting;
    await this.#boss.stop({ timeout: stopTimeoutMs });
  }

  async #startWhenPossible(): Promise<void> {
    const { signal } = this.#stopping;
    const isStopping = () => signal.aborted;
    for (let retryMs = firstRetryMs; !isStopping(); retryMs = Math.min(2 * retryMs, longestRetryMs)) {
      try {
        await this.#boss.start();
        await this.#beginWork();
        return;
      } catch (error) {
        if (isStopping()) return;
        this.#log.warn({ err: error }, 'no job is run before the database answers');
        await sleep(retryMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Takes each worker off the list as it begins, so that a second try goes on where the first one broke off. */
  async #beginWork(): Promise<void> {
    for (let worker = this.#workers[0]; worker !== undefined; worker = this.#workers[0]) {
      if (this.#stopping.signal.aborted) return;
      const { name, concurrency, run } = worker;
      await this.#queues.ensure(name);
      const cron = this.#crons.get(name);
      if (cron !== undefined) await this.#boss.schedule(name, cron);
      const options = {
        includeMetadata: true,
        perJobResults: true,
        // A worker of single jobs would wait between one and the next.
        batchSize: concurrency,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: lookEverySeconds,
        notifyPollingIntervalSeconds: lookEverySeconds,
      } as const;
      await this.#boss.work(name, options, (jobs: JobWithMetadata<unknown>[]) => Promise.all(jobs.map(run)));
      this.#workers.shift();
    }
  }

  /** While the database is away, every queue complains every few seconds: one of them is enough. */
  #noteTrouble(error: Error): void {
    const now = performance.now();
    if (now < this.#quietUntil) return;
    this.#quietUntil = now + troubleEveryMs;
    this.#log.warn({ err: error }, 'jobs could not be looked for');
  }

  #run<Data>(job: JobWithMetadata<unknown>, work: JobWork<Data>): Promise<JobResult> {
    return runJob({ boss: this.#queues.boss, database: this.#database, log: this.#log }, job, work);
  }
}
