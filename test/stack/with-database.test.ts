import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const script = fileURLToPath(new URL('../../stack/with-database.ts', import.meta.url));

/** What `npm run staff -- …` runs. */
function staff(dataFolder: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [script, 'server/manage-staff.ts', ...args], {
    env: { ...bareEnvironment(), ORDERLINE_DATA_DIR: dataFolder, ...settings },
    input: 'correct horse battery\n',
    encoding: 'utf8',
  });
}

test('a command has the database of npm start, before it is started and while it runs', async () => {
  const folder = await temporaryFolder();
  const added = staff(folder, ['add', 'anna', '--password-stdin']);
  expect(added).toMatchObject({ status: 0, stdout: 'anna can sign in as staff.\n' });
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);

  const stack = await startStack({ parts: ['database'], dataFolder: folder, environment: bareEnvironment() });
  onTestFinished(() => stack.stop());
  expect(staff(folder, ['list'])).toMatchObject({ status: 0, stdout: 'anna  staff\n' });
});

test('a command has the database that DATABASE_URL names, and says when it does not answer', async () => {
  const folder = await temporaryFolder();
  const failed = staff(folder, ['list'], { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:9/nothing' });
  expect(failed.status).toBe(1);
  expect(failed.stderr).toContain('Is PostgreSQL running, and is DATABASE_URL right?');
  expect(failed.stderr).not.toContain('secret');
  expect(existsSync(join(folder, 'postgres'))).toBe(false);
});

test('a command that fails ends with its own code', async () => {
  const failed = staff(await temporaryFolder(), ['disable', 'nobody']);
  expect(failed).toMatchObject({ status: 1, stderr: 'There is no account nobody; list shows those there are\n' });
});
