import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from './file-lock.ts';
import { guardPath } from './guard.ts';

/** A folder that belongs to one stack alone. */
export interface DataFolder {
  path: string;
  /** For files that nobody wants once the stack has ended: a part that is killed cannot remove its own. */
  scratch: string;
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
  return path === undefined ? temporaryFolder() : keptFolder(path);
}

async function temporaryFolder(): Promise<DataFolder> {
  const path = await mkdtemp(join(tmpdir(), 'orderline-'));
  const forget = guardPath(path);
  const scratch = join(path, 'scratch');
  await mkdir(scratch);
  return {
    path,
    scratch,
    describe: () => Promise.resolve(),
    async release() {
      await rm(path, { recursive: true, force: true });
      forget();
    },
  };
}

async function keptFolder(path: string): Promise<DataFolder> {
  const lock = await takeLock(join(path, 'lock'), 'starting');
  if (!('release' in lock)) {
    throw new DataFolderTakenError(
      `Orderline runs already with the data in ${path} (process ${lock.pid}, ${lock.about}). Use that one, stop it, ` +
        'or start a second one with data of its own: ORDERLINE_DATA_DIR=<another folder> npm start',
    );
  }
  const scratch = join(path, 'scratch');
  const forget = guardPath(scratch);
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch);
  return {
    path,
    scratch,
    describe: lock.describe,
    async release() {
      await rm(scratch, { recursive: true, force: true });
      forget();
      await lock.release();
    },
  };
}
