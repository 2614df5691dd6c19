import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './end-process.ts';

/** Whose the embedded database is. */
export const databaseOwner = 'orderline';

export const embeddedUrl = (port: number, password: string): string =>
  `postgres://${databaseOwner}:${password}@127.0.0.1:${port}/postgres`;

/**
 * The connection URL of the embedded PostgreSQL that a stack runs with the data in `folder` right now; undefined when
 * none does. PostgreSQL itself tells its port, in line 4 of its `postmaster.pid`.
 */
export async function runningPostgres(folder: string): Promise<string | undefined> {
  const read = (...path: string[]) => readFile(join(folder, ...path), 'utf8').catch(() => '');
  const [pid, , , port] = (await read('postgres', 'postmaster.pid')).split('\n');
  const password = await read('postgres-password');
  if (password === '' || Number(pid) <= 1 || !isAlive(Number(pid)) || !(Number(port) > 0)) return undefined;
  return embeddedUrl(Number(port), password);
}
