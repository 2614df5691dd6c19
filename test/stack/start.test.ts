import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isAlive } from '../../stack/end-process.ts';
import { descendants } from '../support/descendants.ts';
import { patience } from '../support/patience.ts';
import { startCommand } from '../support/start-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('leaves nothing after %s', async (signal) => {
  const folder = await temporaryFolder();
  const { child, pid, opened, ended } = startCommand({ ORDERLINE_DATA_DIR: folder });
  const page = await opened;
  expect((await fetch(page)).status).toBe(200);
  const processes = descendants(pid);
  // PostgreSQL, LiveKit, server, worker and the guardian at least.
  expect(processes.length).toBeGreaterThanOrEqual(5);

  child.kill(signal);
  expect(await ended).toBe(signal === 'SIGKILL' ? 'SIGKILL' : 0);
  await vi.waitFor(() => expect(processes.filter(isAlive)).toEqual([]), patience);
  const leftovers = ['lock', 'scratch', join('postgres', 'postmaster.pid')].map((name) => join(folder, name));
  await vi.waitFor(() => expect(leftovers.filter((path) => existsSync(path))).toEqual([]), patience);
  await expect(fetch(page)).rejects.toThrow();
});

test('takes another port when its own is taken, says so, and keeps its data from a second start', async () => {
  const folder = await temporaryFolder();
  const taken = await takenPort();
  const first = startCommand({ ORDERLINE_DATA_DIR: folder, PORT: String(taken) });
  const page = await first.opened;
  expect(page).not.toContain(`:${taken}/`);
  expect(first.output()).toContain(`port ${taken} is taken`);
  expect(first.output()).toMatch(/model +the built-in clerk/);

  const second = startCommand({ ORDERLINE_DATA_DIR: folder });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`Orderline runs already with the data in ${folder}`);
  expect(second.output()).toContain(page);

  const beside = startCommand({ ORDERLINE_DATA_DIR: await temporaryFolder() });
  expect((await fetch(await beside.opened)).status).toBe(200);
  beside.child.kill('SIGINT');
  first.child.kill('SIGINT');
  expect(await Promise.all([beside.ended, first.ended])).toEqual([0, 0]);
});

test('shows what is wrong with a broken store profile, and ends', async () => {
  const profile = join(await temporaryFolder(), 'store.yaml');
  await writeFile(profile, 'store: [');
  const { ended, output } = startCommand({ ORDERLINE_DATA_DIR: await temporaryFolder(), STORE_PROFILE: profile });
  expect(await ended).toBe(1);
  expect(output()).toMatch(/order desk server did not start[^]*store\.yaml/);
});

test('ends a start that is still under way', async () => {
  const { child, pid, ended, output } = startCommand({ ORDERLINE_DATA_DIR: await temporaryFolder() });
  await vi.waitFor(() => expect(output()).toContain('PostgreSQL'), patience);
  const processes = descendants(pid);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  await vi.waitFor(() => expect(processes.filter(isAlive)).toEqual([]), patience);
});
