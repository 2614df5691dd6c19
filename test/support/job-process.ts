import { readFileSync } from 'node:fs';
import { descendants } from './descendants.ts';
import { socketsOf } from './sockets-of.ts';

const established = '01';

/**
 * The job processes that serve calls just now: of everything the worker started, those that hold a connection (their
 * command stream) to the server's port. Reads /proc, so on Linux only.
 */
export function jobProcesses(workerPid: number, serverPort: number): number[] {
  return descendants(workerPid).filter((pid) => isConnectedTo(pid, serverPort));
}

/** The one that serves the only call there is, besides those of calls before it. */
export function jobProcess(workerPid: number, serverPort: number, earlier: readonly number[] = []): number {
  const serving = jobProcesses(workerPid, serverPort).filter((pid) => !earlier.includes(pid));
  const [pid, ...others] = serving;
  if (pid === undefined || others.length > 0)
    throw new Error(`${serving.length} job processes hold a call; one expected`);
  return pid;
}

function isConnectedTo(pid: number, port: number): boolean {
  try {
    const sockets = socketsOf(pid);
    return readFileSync(`/proc/${pid}/net/tcp`, 'utf8')
      .split('\n')
      .slice(1)
      .map((row) => row.trim().split(/\s+/))
      .some(
        ([, , remote = '', state, , , , , , inode = '']) =>
          state === established && Number.parseInt(remote.split(':')[1] ?? '', 16) === port && sockets.has(inode),
      );
  } catch {
    // It has ended since it was listed.
    return false;
  }
}
