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
const staff = (dataFolder: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}) =>
  command(dataFolder, ['server/manage-staff.ts', ...args], settings);

function command(dataFolder: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [script, ...args], {
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

test('erasing takes an e-mail or a phone, and nothing else', async () => {
  const folder = await temporaryFolder();
  const erased = command(folder, ['server/erase-customer.ts', '+1', '512', '555', '0142']);
  expect(erased.status).toBe(0);
  expect(erased.stdout).toContain('Erased: 0 orders made anonymous, 0 calls and 0 messages deleted.');
  for (const args of [[], ['everybody'], ['me@example.com', 'you@example.com']]) {
    const refused = command(folder, ['server/erase-customer.ts', ...args], {
      DATABASE_URL: 'postgres://127.0.0.1:9/x',
    });
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('npm run erase -- <e-mail or phone>');
  }
});
