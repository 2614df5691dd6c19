import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Whether a process has ended and only waits for its parent to notice; some containers' first process never does. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Whether the process `target` lives; a negative number asks whether any process of that group does. */
export function isAlive(target: number): boolean {
  try {
    process.kill(target, 0);
    return !isZombie(target);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function send(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal);
  } catch {
    // Gone already, which is what was wanted.
  }
}

export interface Ending {
  /** Asks the process to end in its own way. */
  signal: NodeJS.Signals;
  /** How long it may take before it is killed. */
  graceMs: number;
}

/**
 * Ends the process `pid`, the leader of its own group, and whatever it left in that group. Resolves when all of it is
 * gone, at the latest just after `graceMs`.
 */
export async function endProcess(pid: number, { signal, graceMs }: Ending): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  send(pid, signal);
  const deadline = performance.now() + graceMs;
  while (isAlive(pid) && performance.now() < deadline) await delay(20);
  send(-pid, 'SIGKILL');
  // A group may be left with zombies, which cannot be told from the outside: after this it holds nothing else.
  const lastCall = performance.now() + 300;
  while (isAlive(-pid) && performance.now() < lastCall) await delay(20);
}

/** Ends the process `pid` and its group at once. */
export async function killProcess(pid: number): Promise<void> {
  await endProcess(pid, { signal: 'SIGKILL', graceMs: 0 });
}
