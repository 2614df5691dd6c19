import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type Ending, endProcess } from './end-process.ts';
import { guardProcess } from './guard.ts';
import { LastLines } from './last-lines.ts';
import type { PartLog } from './part-log.ts';
import type { ReportProgress } from './progress.ts';
import { provenAfterMs, restartDelayMs } from './restart-delay.ts';
import type { SystemUser } from './run-command.ts';

export interface PartPlan {
  name: string;
  command: string;
  args: readonly string[];
  cwd?: string;
  env: NodeJS.ProcessEnv;
  user?: SystemUser | undefined;
  ending: Ending;
  /** Resolves once the part serves; asked anew at every start. */
  untilReady: (signal: AbortSignal) => Promise<void>;
  /** How long a start may take. */
  startTimeoutMs: number;
}

/** A running part of the stack. */
export interface Part {
  readonly name: string;
  /** The process it runs in at the moment; undefined between a death and the next start. */
  readonly pid: number | undefined;
  readonly logPath: string;
  /** Resolves when the part serves: at once if it does, else after its restart. */
  untilReady(): Promise<void>;
  stop(): Promise<void>;
}

/** A part that did not come up; `lastLines` is what it said about it. */
export class PartFailedError extends Error {
  override readonly name = 'PartFailedError';
  readonly part: string;
  readonly reason: string;
  readonly lastLines: readonly string[];

  constructor(part: string, reason: string, lastLines: readonly string[]) {
    super([`${part}: ${reason}`, ...lastLines].join('\n  '));
    this.part = part;
    this.reason = reason;
    this.lastLines = lastLines;
  }
}

interface Run {
  child: ChildProcess;
  /** Resolves with the reason when the process has ended. */
  ended: Promise<string>;
  output: LastLines;
}

class SupervisedPart implements Part {
  readonly #plan: PartPlan;
  readonly #log: PartLog;
  readonly #report: ReportProgress;
  readonly #stopping = new AbortController();
  #run: Run | undefined;
  #deaths = 0;
  #ready: Promise<void> = Promise.resolve();
  #watching: Promise<void> = Promise.resolve();

  constructor(plan: PartPlan, log: PartLog, report: ReportProgress) {
    this.#plan = plan;
    this.#log = log;
    this.#report = report;
  }

  get name(): string {
    return this.#plan.name;
  }

  get pid(): number | undefined {
    return this.#run?.child.pid;
  }

  get logPath(): string {
    return this.#log.path;
  }

  untilReady(): Promise<void> {
    return this.#ready;
  }

  /**
   * Starts the part for the first time and then watches over it. Throws `PartFailedError` if it does not come up;
   * `signal` gives the start up.
   */
  async start(signal: AbortSignal | undefined): Promise<void> {
    const stop = () => this.#stopping.abort();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const run = this.#spawn();
      await this.#untilServing(run);
      this.#watching = this.#watch(run);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const run = this.#run;
    if (run?.child.pid !== undefined) await endProcess(run.child.pid, this.#plan.ending);
    await this.#watching;
  }

  #spawn(): Run {
    const { command, args, cwd, env, user, ending } = this.#plan;
    const child = spawn(command, args, { cwd, env, ...user, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = new LastLines().follow([child.stdout, child.stderr], (line) => {
      this.#log.write(line);
      this.#report({ kind: 'line', part: this.name, line });
    });
    const forget = child.pid === undefined ? undefined : guardProcess(child.pid, ending);
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ? `killed by ${signal}` : `ended with code ${code ?? '?'}`));
    }).then(async (reason) => {
      this.#run = undefined;
      // Its own children must not outlive it: the next start would meet them.
      if (child.pid !== undefined) await endProcess(child.pid, { signal: 'SIGKILL', graceMs: 0 });
      forget?.();
      return reason;
    });
    const run = { child, ended, output };
    this.#run = run;
    return run;
  }

  async #untilServing({ child, ended, output }: Run): Promise<void> {
    const { untilReady, startTimeoutMs, ending } = this.#plan;
    const giveUp = new AbortController();
    const signal = AbortSignal.any([giveUp.signal, AbortSignal.timeout(startTimeoutMs), this.#stopping.signal]);
    const serving = untilReady(signal).then(
      () => undefined,
      () => `was not ready after ${startTimeoutMs / 1000} s`,
    );
    const failure = await Promise.race([serving, ended]);
    giveUp.abort();
    if (failure === undefined) return;
    if (child.pid !== undefined && child.exitCode === null) await endProcess(child.pid, ending);
    // The last words may still be in the pipes when the process is gone.
    if (child.stderr && !child.stderr.readableEnded) await Promise.race([once(child.stderr, 'close'), delay(200)]);
    throw new PartFailedError(this.name, failure, output.lines);
  }

  async #watch(first: Run): Promise<void> {
    let run: Run | undefined = first;
    while (run) {
      const servingSince = performance.now();
      const reason = await run.ended;
      if (performance.now() - servingSince > provenAfterMs) this.#deaths = 0;
      run = await this.#startAgain(new PartFailedError(this.name, reason, run.output.lines));
    }
  }

  /** Returns the next run that serves, however many starts it takes, or undefined when the part is being stopped. */
  async #startAgain(death: PartFailedError): Promise<Run | undefined> {
    const back = Promise.withResolvers<undefined>();
    this.#ready = back.promise;
    let { reason, lastLines } = death;
    for (;;) {
      if (this.#stopping.signal.aborted) return undefined;
      this.#deaths += 1;
      const restartInMs = restartDelayMs(this.#deaths);
      this.#report({ kind: 'part_died', part: this.name, reason, lastLines, restartInMs });
      const isStopped = await delay(restartInMs, false, { signal: this.#stopping.signal }).catch(() => true);
      if (isStopped) return undefined;
      const run = this.#spawn();
      try {
        await this.#untilServing(run);
        this.#report({ kind: 'part_back', part: this.name });
        back.resolve(undefined);
        return run;
      } catch (error) {
        if (!(error instanceof PartFailedError)) throw error;
        ({ reason, lastLines } = error);
      }
    }
  }
}

interface Watch {
  log: PartLog;
  report: ReportProgress;
  /** Gives up a first start; a part that serves is ended by its `stop`. */
  signal?: AbortSignal | undefined;
}

/**
 * Starts a part and keeps it running: when it dies, its reason is reported and it is started again, after a pause that
 * grows with each death. Resolves once the part serves; throws `PartFailedError` when its first start fails.
 */
export async function supervise(plan: PartPlan, { log, report, signal }: Watch): Promise<Part> {
  signal?.throwIfAborted();
  const part = new SupervisedPart(plan, log, report);
  await part.start(signal);
  return part;
}
