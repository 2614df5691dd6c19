import { spawn } from 'node:child_process';
import { killProcess } from './end-process.ts';
import { guardProcess } from './guard.ts';
import { LastLines } from './last-lines.ts';

/** The system user a process runs as, where this one is root. */
export interface SystemUser {
  uid: number;
  gid: number;
}

interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  user?: SystemUser | undefined;
  signal?: AbortSignal | undefined;
  onLine?: (line: string) => void;
}

/** A command that could not be run, or ended with something else than 0. */
export class CommandFailedError extends Error {
  override readonly name = 'CommandFailedError';
  readonly lastLines: readonly string[];

  constructor(message: string, lastLines: readonly string[]) {
    super([message, ...lastLines.slice(-8)].join('\n  '));
    this.lastLines = lastLines;
  }
}

/**
 * Runs a command to its end and returns its last lines (of both outputs). Throws `CommandFailedError` when it cannot
 * be started, ends with another code than 0, or is aborted. It ends with this process, whatever happens to it.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, user, signal, onLine }: CommandOptions = {},
): Promise<string[]> {
  signal?.throwIfAborted();
  const child = spawn(command, args, { cwd, env, ...user, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = new LastLines(200).follow([child.stdout, child.stderr], onLine);
  const forget = child.pid === undefined ? undefined : guardProcess(child.pid, { signal: 'SIGTERM', graceMs: 1000 });
  const abort = () => {
    if (child.pid !== undefined) void killProcess(child.pid);
  };
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const ended = await new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (code, killedBy) => resolve(code === 0 ? '' : `ended with ${killedBy ?? `code ${code}`}`));
    });
    if (ended !== '') throw new CommandFailedError(`${command} ${args[0] ?? ''}: ${ended}`, output.lines);
    return output.lines;
  } finally {
    forget?.();
    signal?.removeEventListener('abort', abort);
  }
}
