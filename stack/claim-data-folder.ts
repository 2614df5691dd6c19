import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from './file-lock.ts';
import { guardPath } from './guard.ts';

/** A folder that belongs to one stack alone. */
export interface DataFolder {
  path: string;
  /** Tells others who find the folder taken what they would find here. */
  describe: (about: string) => Promise<void>;
  release: () => Promise<void>;
}

/** Another stack is using the data folder. */
class DataFolderTakenError extends Error {
  override readonly name = 'DataFolderTakenError';
}

/** Takes `path` for this stack, or a new temporary folder that is removed at the end, also after a crash. */
export async function claimDataFolder(path: string | undefined): Promise<DataFolder> {
  if (path === undefined) {
    const temporary = await mkdtemp(join(tmpdir(), 'orderline-'));
    const forget = guardPath(temporary);
    return {
      path: temporary,
      describe: () => Promise.resolve(),
      async release() {
        await rm(temporary, { recursive: true, force: true });
        forget();
      },
    };
  }
  const lock = await takeLock(join(path, 'lock'), 'starting');
  if ('release' in lock) return { path, describe: lock.describe, release: lock.release };
  throw new DataFolderTakenError(
    `Orderline runs already with the data in ${path} (process ${lock.pid}, ${lock.about}). Use that one, stop it, ` +
      'or start a second one with data of its own: ORDERLINE_DATA_DIR=<another folder> npm start',
  );
}
