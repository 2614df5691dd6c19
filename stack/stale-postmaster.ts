import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endProcess, isAlive } from './end-process.ts';
import { runCommand } from './run-command.ts';

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return runCommand('ps', ['-o', 'command=', '-p', String(pid)]).then(
    (lines) => lines.join(' '),
    () => '',
  );
}

/**
 * Clears what a crash left in a data folder that nobody else may be using (its lock is held by the caller): a
 * PostgreSQL still running on it is shut down; a `postmaster.pid` whose number belongs to another process by now,
 * which PostgreSQL would take for itself and refuse to start, is removed.
 */
export async function clearStalePostmaster(databaseFolder: string): Promise<void> {
  const pidFile = join(databaseFolder, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  if (isAlive(pid) && (await commandLine(pid)).includes(databaseFolder)) {
    await endProcess(pid, { signal: 'SIGINT', graceMs: 10_000 });
  }
  await rm(pidFile, { force: true });
}
