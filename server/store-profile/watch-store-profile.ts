import { unwatchFile, watchFile } from 'node:fs';
import { loadStoreProfile } from './load-store-profile.ts';
import type { StoreProfile } from './store-profile.ts';

/** Looked at, not listened to: it works on every file system, also when an editor or a ConfigMap swaps the file. */
const defaultIntervalMs = 1000;

export interface WatchOptions {
  /** Called once for each edit that cannot be used, with all that is wrong with it. */
  readonly onProblem: (message: string) => void;
  readonly onReload?: () => void;
  readonly intervalMs?: number;
}

export interface WatchedStoreProfile {
  /** The last good one. */
  readonly current: () => StoreProfile;
  readonly stop: () => void;
}

/**
 * Loads the store profile and keeps it up to date with its file; an edit that cannot be used is reported and changes
 * nothing. Throws `StoreProfileError` when there is no usable profile to begin with.
 */
export async function watchStoreProfile(
  path: string,
  { onProblem, onReload, intervalMs = defaultIntervalMs }: WatchOptions,
): Promise<WatchedStoreProfile> {
  let profile = await loadStoreProfile(path);
  let newest = 0;

  const reload = async (): Promise<void> => {
    newest += 1;
    const edit = newest;
    try {
      const loaded = await loadStoreProfile(path);
      // A slower read of an older edit must not win.
      if (edit !== newest) return;
      profile = loaded;
      onReload?.();
    } catch (error) {
      if (edit === newest)
        onProblem(`${error instanceof Error ? error.message : String(error)}\nThe last good one stays.`);
    }
  };
  const onChange = () => void reload();
  watchFile(path, { interval: intervalMs, persistent: false }, onChange);
  return { current: () => profile, stop: () => unwatchFile(path, onChange) };
}
