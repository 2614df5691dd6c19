import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { patience } from '../support/patience.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function startDatabase(dataFolder: string): Promise<Stack> {
  return startStack({ parts: ['database'], dataFolder, environment: bareEnvironment() });
}

async function query(stack: Stack, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: stack.urls.database });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

test('keeps its data from one start to the next', async () => {
  const folder = await temporaryFolder();
  const first = await startDatabase(folder);
  await query(first, "create table kept as select 'yes' as answer");
  await first.stop();
  const second = await startDatabase(folder);
  expect(await query(second, 'select answer from kept')).toEqual([{ answer: 'yes' }]);
  expect(await query(second, 'show fsync')).toEqual([{ fsync: 'on' }]);
  await second.stop();
});

test('comes back on the same port after it was killed', async () => {
  const stack = await startDatabase(await temporaryFolder());
  onTestFinished(() => stack.stop());
  await query(stack, 'create table kept (answer text)');
  process.kill(stack.parts.database?.pid ?? 0, 'SIGKILL');
  await vi.waitFor(() => query(stack, 'select * from kept'), patience);
});

test('starts although a crash left a lock whose number another process has now', async () => {
  const folder = await temporaryFolder();
  const first = await startDatabase(folder);
  await first.stop();
  const lines = [process.pid, join(folder, 'postgres'), 1, 1, '', '127.0.0.1', '', 'ready'];
  await writeFile(join(folder, 'postgres', 'postmaster.pid'), lines.join('\n'));
  const second = await startDatabase(folder);
  await second.stop();
});

test('says who uses the data when a second start asks for them', async () => {
  const folder = await temporaryFolder();
  const first = await startDatabase(folder);
  onTestFinished(() => first.stop());
  await expect(startDatabase(folder)).rejects.toThrow(
    new RegExp(`process ${process.pid}, ${first.urls.page}.*ORDERLINE_DATA_DIR`),
  );
});
