import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, projectFolder } from './folders.ts';
import { runningPostgres } from './running-postgres.ts';
import { keptTokenSecret } from './stack-secrets.ts';
import { startStack, type Stack } from './start-stack.ts';

/**
 * `with-database.ts program.ts …`: runs a program of the server with the database it belongs to: the one DATABASE_URL
 * names, else that of the `npm start` that is running, else the same one, started for as long as the program takes.
 */
async function main(): Promise<number> {
  const settings = join(projectFolder, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  // At Ctrl-C the program, which gets it too, decides how it ends; the database is put away after it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

  const known = process.env['DATABASE_URL'] || (await runningPostgres(dataFolder(process.env)));
  if (known) return run(known);
  let stack: Stack | undefined;
  try {
    stack = await startStack({ parts: ['database'], dataFolder: dataFolder(process.env) });
    return await run(stack.urls.database);
  } finally {
    await stack?.stop();
  }
}

/** Resolves with the program's exit code. */
async function run(databaseUrl: string): Promise<number> {
  const [program = '', ...args] = process.argv.slice(2);
  const child = spawn(process.execPath, [join(projectFolder, program), ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl, ...(await tokenSecret()) },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

/** That of the data, where `npm start` keeps one: a store that names its own database names its own secret. */
async function tokenSecret(): Promise<{ TOKEN_SECRET?: string }> {
  if (process.env['TOKEN_SECRET'] || process.env['DATABASE_URL']) return {};
  return { TOKEN_SECRET: await keptTokenSecret(dataFolder(process.env)) };
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
