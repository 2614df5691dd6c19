import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../../stack/folders.ts';
import { freePort } from '../../stack/free-port.ts';
import type { Stack } from '../../stack/start-stack.ts';
import { untilHttpOk } from '../../stack/until-http-ok.ts';
import { bareEnvironment } from './bare-environment.ts';
import { patienceMs } from './patience.ts';

/** A worker beside or instead of the stack's own, as a store with many calls runs several; nobody restarts it. */
export class OneWorker {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  static async start({ urls, secrets, scratchFolder }: Stack): Promise<OneWorker> {
    const healthPort = await freePort();
    const child = spawn(process.execPath, [join(projectFolder, 'agent-worker', 'main.ts'), 'start'], {
      cwd: projectFolder,
      env: {
        ...bareEnvironment(),
        NODE_ENV: 'production',
        LIVEKIT_URL: urls.livekit,
        LIVEKIT_API_KEY: secrets.livekitApiKey,
        LIVEKIT_API_SECRET: secrets.livekitApiSecret,
        SERVER_URL: urls.server,
        WORKER_KEY: secrets.workerKey,
        TMPDIR: scratchFolder,
        WORKER_HEALTH_PORT: String(healthPort),
      },
      stdio: 'ignore',
    });
    const worker = new OneWorker(child);
    try {
      await untilHttpOk(`http://127.0.0.1:${healthPort}/`, AbortSignal.timeout(patienceMs));
      return worker;
    } catch (error) {
      await worker.stop();
      throw error;
    }
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Resolves when it has ended. */
  async ended(): Promise<void> {
    if (this.isRunning) await once(this.#process, 'exit');
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended();
  }
}
