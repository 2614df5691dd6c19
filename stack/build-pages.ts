import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { withLock } from './file-lock.ts';
import { projectFolder } from './folders.ts';
import { runCommand } from './run-command.ts';

/** The pages vite builds, and the folders whose files go into each; the versions of libraries come by the lockfile. */
const pages = [
  { workspace: 'widget', sources: ['widget', 'contract'] },
  { workspace: 'demo', sources: ['demo', 'widget', 'contract'] },
];

const isSource = /\.(ts|js|json|html|css|svg|png|webp|woff2|ico)$/;
const isGenerated = /(^|[\\/])(dist|node_modules)[\\/]|\.test\.ts$/;

async function fingerprint(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const files = ['package-lock.json'];
  for (const source of sources) {
    const names = await readdir(join(projectFolder, source), { recursive: true });
    files.push(
      ...names.filter((name) => isSource.test(name) && !isGenerated.test(name)).map((name) => join(source, name)),
    );
  }
  for (const file of files.sort()) {
    hash.update(file).update('\0');
    hash.update(await readFile(join(projectFolder, file))).update('\0');
  }
  return hash.digest('hex');
}

interface BuildOptions {
  signal?: AbortSignal | undefined;
  moved: (detail: string) => void;
}

/**
 * Builds the pages whose sources have changed since their last build. Returns the workspaces that were built; throws
 * with vite's last lines when one cannot be.
 */
export async function buildPages({ signal, moved }: BuildOptions): Promise<string[]> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  const built: string[] = [];
  for (const { workspace, sources } of pages) {
    const folder = join(projectFolder, workspace);
    const stamp = join(folder, 'dist', '.built-from');
    const wanted = await fingerprint(sources);
    const isCurrent = async () => (await readFile(stamp, 'utf8').catch(() => '')) === wanted;
    if (await isCurrent()) continue;
    const build = async () => {
      if (await isCurrent()) return;
      moved(workspace);
      const env = { ...process.env, NODE_ENV: 'production' };
      await runCommand(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder, env, signal });
      await writeFile(stamp, wanted);
      built.push(workspace);
    };
    const lock = join(projectFolder, 'node_modules', '.cache', `orderline-${workspace}.lock`);
    await withLock(lock, build, { signal });
  }
  return built;
}
