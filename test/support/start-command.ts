import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { bareEnvironment } from './bare-environment.ts';

const script = fileURLToPath(new URL('../../stack/start.ts', import.meta.url));

/** `npm start` as a process of its own, with what it has written so far. */
export interface StartCommand {
  child: ChildProcess;
  pid: number;
  output: () => string;
  /** Resolves with the page's address once it is printed; rejects with the output when the start fails. */
  opened: Promise<string>;
  /** Resolves with the exit code, or the name of the signal that ended it. */
  ended: Promise<number | string>;
}

/** Runs what `npm start` runs; `environment` is added to a bare one. It is killed, should the test leave it running. */
export function startCommand(environment: NodeJS.ProcessEnv): StartCommand {
  const env = { ...bareEnvironment(), ...environment };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  const opened = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      written += chunk;
      const [, page] = /Open (\S+)/.exec(written) ?? [];
      if (page) opened.resolve(page);
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => {
    opened.reject(new Error(`The start ended:\n${written}`));
    return (code ?? signal) as number | string;
  });
  opened.promise.catch(() => undefined);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, pid: child.pid ?? 0, output: () => written, opened: opened.promise, ended };
}
