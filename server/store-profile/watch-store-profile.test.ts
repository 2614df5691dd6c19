import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patience } from '../../test/support/patience.ts';
import { watchStoreProfile, type WatchedStoreProfile } from './watch-store-profile.ts';

const good = readFileSync(new URL('../../store.yaml', import.meta.url), 'utf8');
const renamed = (name: string) => good.replace('store_name: Juniper Row', `store_name: ${name}`);

let folder: string;
let path: string;
let watched: WatchedStoreProfile;
const onProblem = vi.fn<(message: string) => void>();

beforeEach(async () => {
  onProblem.mockClear();
  folder = await mkdtemp(join(tmpdir(), 'store-profile-'));
  path = join(folder, 'store.yaml');
  await writeFile(path, good);
  watched = await watchStoreProfile(path, { onProblem, intervalMs: 20 });
});

afterEach(async () => {
  watched.stop();
  await rm(folder, { recursive: true });
});

test('an edit is used without a restart, also when an editor swaps the file', async () => {
  await writeFile(path, renamed('Second Name'));
  await vi.waitFor(() => expect(watched.current().store_name).toBe('Second Name'), patience);
  await writeFile(join(folder, 'new'), renamed('Third Name'));
  await rename(join(folder, 'new'), path);
  await vi.waitFor(() => expect(watched.current().store_name).toBe('Third Name'), patience);
  expect(onProblem).not.toHaveBeenCalled();
});

test('a broken edit is reported once and changes nothing, and the next good one is used', async () => {
  await writeFile(path, renamed('[').slice(0, 400));
  await vi.waitFor(() => expect(onProblem).toHaveBeenCalledOnce(), patience);
  expect(onProblem.mock.calls[0]?.[0]).toContain('The last good one stays.');
  expect(watched.current().store_name).toBe('Juniper Row');

  await writeFile(path, renamed('Repaired'));
  await vi.waitFor(() => expect(watched.current().store_name).toBe('Repaired'), patience);
  expect(onProblem).toHaveBeenCalledOnce();
});

test('a deleted file is reported and the last good one stays', async () => {
  await rm(path);
  await vi.waitFor(() => expect(onProblem).toHaveBeenCalledOnce(), patience);
  expect(onProblem.mock.calls[0]?.[0]).toContain('it cannot be read (ENOENT)');
  expect(watched.current().store_name).toBe('Juniper Row');
});

test('there is no start without a usable file', async () => {
  await expect(watchStoreProfile(join(folder, 'none.yaml'), { onProblem })).rejects.toThrow('cannot be used');
});
