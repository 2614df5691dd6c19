import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from './end-process.ts';
import { guardPath } from './guard.ts';

const heartbeatMs = 2000;
/** A holder that has not touched its lock for this long is gone, even if another process has its number now. */
const staleAfterMs = 15_000;

/** What a lock file says about its holder; `about` is for people. */
export interface LockHolder {
  pid: number;
  host: string;
  about: string;
}

export interface FileLock {
  /** Replaces what the lock says about its holder. */
  describe: (about: string) => Promise<void>;
  release: () => Promise<void>;
}

async function readHolder(path: string): Promise<LockHolder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}

async function isStale(path: string, holder: LockHolder | undefined): Promise<boolean> {
  if (holder?.host === hostname() && !isAlive(holder.pid)) return true;
  const touchedAt = await stat(path).then(
    (found) => found.mtimeMs,
    () => Date.now(),
  );
  return Date.now() - touchedAt > staleAfterMs;
}

/** Moves a stale lock out of the way; rename is atomic, so that of two who try only one removes it. */
async function breakStale(path: string): Promise<void> {
  const aside = `${path}.stale-${process.pid}`;
  await rename(path, aside).catch(() => undefined);
  await rm(aside, { force: true });
}

/**
 * Takes the lock `path` for this process, or returns who holds it. A lock whose holder crashed is taken over at once.
 * `about` is shown to those who find it taken.
 */
export async function takeLock(path: string, about: string): Promise<FileLock | LockHolder> {
  await mkdir(dirname(path), { recursive: true });
  const self: LockHolder = { pid: process.pid, host: hostname(), about };
  for (;;) {
    const file = await open(path, 'wx').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
      throw error;
    });
    if (file) {
      await file.writeFile(JSON.stringify(self));
      return hold(file, path, self);
    }
    const holder = await readHolder(path);
    if (!(await isStale(path, holder))) return holder ?? { pid: 0, host: '', about: 'another process' };
    await breakStale(path);
  }
}

function hold(file: Awaited<ReturnType<typeof open>>, path: string, self: LockHolder): FileLock {
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, heartbeatMs);
  heartbeat.unref();
  const forget = guardPath(path);
  return {
    async describe(about) {
      const text = JSON.stringify({ ...self, about });
      await file.truncate(0);
      await file.write(text, 0);
    },
    async release() {
      clearInterval(heartbeat);
      await file.close();
      await rm(path, { force: true });
      forget();
    },
  };
}

interface WaitOptions {
  signal?: AbortSignal | undefined;
  onWait?: (holder: LockHolder) => void;
}

/** Does `work` while no other process does it under the same lock, waiting for its turn. */
export async function withLock<Result>(
  path: string,
  work: () => Promise<Result>,
  { signal, onWait }: WaitOptions = {},
): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted();
    const lock = await takeLock(path, '');
    if ('release' in lock) {
      try {
        return await work();
      } finally {
        await lock.release();
      }
    }
    onWait?.(lock);
    await delay(200, undefined, signal ? { signal } : {});
  }
}
