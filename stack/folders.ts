import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this checkout. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

const isRoot = process.getuid?.() === 0;

/** An XDG variable counts only when it is absolute (XDG Base Directory Specification). */
function xdg(value: string | undefined): string | undefined {
  return value?.startsWith('/') ? join(value, 'orderline') : undefined;
}

/**
 * Where what took long to get is kept. Root's home is closed to the user PostgreSQL must run as, so root uses the
 * system's own places.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const local = environment['LOCALAPPDATA'];
  if (process.platform === 'win32' && local) return join(local, 'orderline', 'cache');
  return xdg(environment['XDG_CACHE_HOME']) ?? (isRoot ? '/var/cache/orderline' : join(homedir(), '.cache/orderline'));
}

function dataRoot(environment: NodeJS.ProcessEnv): string {
  const local = environment['LOCALAPPDATA'];
  if (process.platform === 'win32' && local) return join(local, 'orderline', 'data');
  return (
    xdg(environment['XDG_DATA_HOME']) ?? (isRoot ? '/var/lib/orderline' : join(homedir(), '.local/share/orderline'))
  );
}

/**
 * Where `npm start` keeps its orders and calls: `ORDERLINE_DATA_DIR`, else a folder of this checkout's own, so that
 * two checkouts, perhaps of different versions, never share a database.
 */
export function dataFolder(environment: NodeJS.ProcessEnv): string {
  const chosen = environment['ORDERLINE_DATA_DIR'];
  if (chosen) return resolve(chosen);
  const root = resolve(projectFolder);
  const suffix = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return join(dataRoot(environment), `${basename(root)}-${suffix}`);
}
