import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Ending } from './end-process.ts';

/** What the guardian is told, one JSON object a line. */
export type GuardianOrder =
  | { kind: 'watch'; pid: number; ending: Ending }
  | { kind: 'forget'; pid: number }
  | { kind: 'remove_later'; path: string }
  | { kind: 'keep'; path: string };

const standing = new Map<number | string, GuardianOrder>();
let guardian: ChildProcess | undefined;

/** Starts the guardian of this process. Its pipe needs no closing: the kernel does that, which is the whole idea. */
function startGuardian(): ChildProcess {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./guardian.ts', import.meta.url))], {
    // A group of its own, so that the terminal's Ctrl-C does not reach it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  child.stdin.on('error', () => undefined);
  child.on('error', () => undefined);
  child.once('exit', () => {
    if (guardian === child) guardian = undefined;
    if (standing.size > 0) tell();
  });
  child.unref();
  // The pipe is a socket underneath, and must not keep this process from ending by itself.
  if (child.stdin instanceof Socket) child.stdin.unref();
  return child;
}

/** Passes an order on; a guardian that was killed is replaced and told everything again. */
function tell(order?: GuardianOrder): void {
  const orders = guardian === undefined ? [...standing.values()] : order ? [order] : [];
  guardian ??= startGuardian();
  for (const each of orders) guardian.stdin?.write(`${JSON.stringify(each)}\n`);
}

/**
 * Has the process `pid`, the leader of its own group, ended should this process disappear without having ended it.
 * Returns how to call that off.
 */
export function guardProcess(pid: number, ending: Ending): () => void {
  const order: GuardianOrder = { kind: 'watch', pid, ending };
  standing.set(pid, order);
  tell(order);
  return () => {
    if (standing.delete(pid)) tell({ kind: 'forget', pid });
  };
}

/** Has a file or folder removed should this process disappear without having removed it. Returns how to call it off. */
export function guardPath(path: string): () => void {
  const order: GuardianOrder = { kind: 'remove_later', path };
  standing.set(path, order);
  tell(order);
  return () => {
    if (standing.delete(path)) tell({ kind: 'keep', path });
  };
}
