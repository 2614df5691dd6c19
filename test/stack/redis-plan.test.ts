import { readFile, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { redisPlan } from '../../stack/redis-plan.ts';
import { standInProgram } from '../support/stand-in-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('says which package brings Redis where there is none', async () => {
  const scratchFolder = await temporaryFolder();
  const plan = redisPlan({ environment: { PATH: scratchFolder }, port: 6390, password: 'made', scratchFolder });
  await expect(plan).rejects.toThrow(/neither redis-server nor valkey-server.*apt-get install redis-server.*REDIS_URL/);
});

test('keeps Redis on loopback, behind a password that no process list shows, and without a file of data', async () => {
  const scratchFolder = await temporaryFolder();
  await standInProgram(scratchFolder, 'valkey-server', 'exit 0');
  const environment = { PATH: scratchFolder };
  const { args } = await redisPlan({ environment, port: 6390, password: 'made', scratchFolder });
  const [settings = ''] = args;
  expect(args.join(' ')).not.toContain('made');
  expect((await stat(settings)).mode & 0o777).toBe(0o600);
  const lines = (await readFile(settings, 'utf8')).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining(['bind 127.0.0.1', 'port 6390', 'requirepass made', 'save ""', 'appendonly no']),
  );
});
