import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './free-port.ts';
import { guardPath } from './guard.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { postgresUser } from './postgres-user.ts';
import { runCommand, type SystemUser } from './run-command.ts';
import { databaseOwner, embeddedUrl } from './running-postgres.ts';
import { clearStalePostmaster } from './stale-postmaster.ts';
import type { PartPlan } from './supervise.ts';

export interface EmbeddedPostgresOptions {
  /** Holds the database and its password; made if it is missing. */
  folder: string;
  /** Where PostgreSQL's programs are copied to if node_modules is closed to its user. */
  cache: string;
  /** Whether data must survive a power cut; tests are faster without. */
  isDurable: boolean;
  signal?: AbortSignal | undefined;
}

async function readPassword(path: string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept !== '') return kept;
  const password = randomBytes(24).toString('base64url');
  await writeFile(path, password, { mode: 0o600 });
  return password;
}

interface NewCluster {
  initdb: string;
  password: string;
  user: SystemUser | undefined;
  options: EmbeddedPostgresOptions;
}

/** Makes the database folder, or nothing: one that was cut short is not taken for a whole one. */
async function initialise(databaseFolder: string, { initdb, password, user, options }: NewCluster): Promise<void> {
  const unfinished = `${databaseFolder}.new`;
  const passwordFile = join(options.folder, 'initdb-password');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const forget = guardPath(passwordFile);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) {
    await chown(unfinished, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    const flags = [
      `--pgdata=${unfinished}`,
      `--username=${databaseOwner}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(options.isDurable ? [] : ['--no-sync']),
    ];
    await runCommand(initdb, flags, { user, cwd: '/', signal: options.signal });
    await rename(unfinished, databaseFolder);
  } finally {
    await rm(passwordFile, { force: true });
    forget();
  }
}

/** Lets the database's user pass through `folder`, without listing it. Throws when it does not even get there. */
async function openTo(user: SystemUser, folder: string): Promise<void> {
  await chmod(folder, 0o711);
  await runCommand('test', ['-x', folder], { user, cwd: '/' }).catch(() => {
    throw new Error(
      `PostgreSQL does not run as root, and the user postgres cannot enter ${folder}. ` +
        'Set ORDERLINE_DATA_DIR to a folder that every user may pass through.',
    );
  });
}

/** Resolves once the database of `url` answers a query. */
async function untilAnswers(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch {
      await delay(30, undefined, { signal });
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/**
 * Prepares a PostgreSQL of our own on loopback, making its database folder if needed, and returns how to run it and
 * its connection URL. The caller holds the folder's lock. Throws when the folder or the programs cannot be used.
 */
export async function embeddedPostgres(options: EmbeddedPostgresOptions): Promise<{ plan: PartPlan; url: string }> {
  const user = await postgresUser();
  const { postgres, initdb } = await postgresBinaries(options.cache, user);
  await mkdir(options.folder, { recursive: true });
  if (user) await openTo(user, options.folder);

  const databaseFolder = join(options.folder, 'postgres');
  const password = await readPassword(join(options.folder, 'postgres-password'));
  const isMade = await stat(databaseFolder).then(
    () => true,
    () => false,
  );
  if (isMade) await clearStalePostmaster(databaseFolder);
  else await initialise(databaseFolder, { initdb, password, user, options });

  const port = await freePort();
  const url = embeddedUrl(port, password);
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...(options.isDurable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  const plan: PartPlan = {
    name: 'database',
    command: postgres,
    args: ['-D', databaseFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    cwd: dirname(postgres),
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    user,
    // SIGINT is PostgreSQL's fast shutdown: open connections are closed, nothing is lost.
    ending: { signal: 'SIGINT', graceMs: 10_000 },
    untilReady: (signal) => untilAnswers(url, signal),
    startTimeoutMs: 60_000,
  };
  return { plan, url };
}
