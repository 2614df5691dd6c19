import { readFileSync } from 'node:fs';
import { descendants } from './descendants.ts';
import { socketsOf } from './sockets-of.ts';

const established = '01';

/**
 * The job process that serves a call just now: of everything the worker started, the one that holds a connection (its
 * command stream) to the server's port. Reads /proc, so on Linux only.
 */
export function jobProcess(workerPid: number, serverPort: number): number {
  const serving = descendants(workerPid).filter((pid) => isConnectedTo(pid, serverPort));
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
