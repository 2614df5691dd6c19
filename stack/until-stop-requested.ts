import { readFileSync } from 'node:fs';
import { isAlive } from './end-process.ts';

const parentCheckMs = 500;

/**
 * The npm that runs this program, or undefined without one. npm puts a shell in between, which some shells replace by
 * the program itself, and which stays when npm is killed.
 */
function npmProcess(): number | undefined {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined;
  if (process.platform !== 'linux') return process.ppid;
  const [, name, parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8')) ?? [];
  return name !== undefined && /^(ba|da|z|k)?sh$/.test(name) ? Number(parent) : process.ppid;
}

/**
 * Aborts when this program is asked to end: Ctrl-C, a closed terminal, a termination signal, or, under npm, the
 * disappearance of npm, which cannot pass on its own SIGKILL. Asked a second time, the program ends at once and leaves
 * the rest to the guardian.
 */
export function untilStopRequested(): AbortSignal {
  const requested = new AbortController();
  const request = () => {
    if (requested.signal.aborted) process.exit(130);
    requested.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, request);
  // A terminal that is gone must not turn the last words into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  const npm = npmProcess();
  if (npm === undefined) return requested.signal;
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return;
    clearInterval(check);
    requested.abort();
  }, parentCheckMs);
  check.unref();
  return requested.signal;
}
