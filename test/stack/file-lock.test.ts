import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock, withLock } from '../../stack/file-lock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('lets one in at a time', async () => {
  const path = join(await temporaryFolder(), 'lock');
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await stat(path);
    inside -= 1;
  };
  await Promise.all([1, 2, 3, 4].map(() => withLock(path, work)));
  expect(most).toBe(1);
});

test('tells who holds it', async () => {
  const path = join(await temporaryFolder(), 'lock');
  const lock = await takeLock(path, 'starting');
  if (!('release' in lock)) throw new Error('The lock was taken');
  await lock.describe('at http://localhost:3000/');
  expect(await takeLock(path, 'me too')).toMatchObject({ pid: process.pid, about: 'at http://localhost:3000/' });
  await lock.release();
});

test('is free again after its work, also after work that failed', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'lock');
  await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(folder)).toEqual([]);
});

test('is taken over from a holder that died', async () => {
  const path = join(await temporaryFolder(), 'lock');
  await writeFile(path, JSON.stringify({ pid: await deadPid(), host: hostname(), about: '' }));
  const lock = await takeLock(path, 'mine');
  expect(lock).toHaveProperty('release');
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid });
  if ('release' in lock) await lock.release();
});

test('is taken over when its number belongs to another process by now, which does not touch it', async () => {
  const path = join(await temporaryFolder(), 'lock');
  await writeFile(path, JSON.stringify({ pid: process.ppid, host: hostname(), about: '' }));
  expect(await takeLock(path, 'mine')).toMatchObject({ pid: process.ppid });
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(path, longAgo, longAgo);
  const lock = await takeLock(path, 'mine');
  expect(lock).toHaveProperty('release');
  if ('release' in lock) await lock.release();
});
