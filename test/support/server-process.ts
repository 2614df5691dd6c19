import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../../stack/folders.ts';
import { bareEnvironment } from './bare-environment.ts';

/** A server in a process of its own, which can be killed; `settings` as in `.env.example`. */
export class ServerProcess {
  readonly #process: ChildProcess;
  #output = '';

  constructor(databaseUrl: string, settings: NodeJS.ProcessEnv) {
    this.#process = spawn(process.execPath, [join(projectFolder, 'server', 'main.ts')], {
      cwd: projectFolder,
      env: {
        ...bareEnvironment(),
        DATABASE_URL: databaseUrl,
        LIVEKIT_URL: 'ws://127.0.0.1:9',
        LIVEKIT_API_KEY: 'devkey',
        LIVEKIT_API_SECRET: 'a LiveKit secret for tests, long enough',
        WORKER_KEY: 'a worker key for tests, long enough',
        TOKEN_SECRET: 'a token secret for tests, long enough',
        PORT: '0',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    }
  }

  /** What it has written so far. */
  get output(): string {
    return this.#output;
  }

  /** As the kernel does it: without a word. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'close');
    this.#process.kill('SIGKILL');
    await ended;
  }
}
