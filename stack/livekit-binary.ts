import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './file-lock.ts';
import { guardPath } from './guard.ts';
import { buildLivekit } from './livekit-build.ts';
import { downloadLivekit, officialReleases } from './livekit-release.ts';
import { runCommand } from './run-command.ts';

/** The version Orderline is built and tested with; stack/livekit-server/go.mod pins the same. */
export const livekitVersion = '1.13.5';

export interface LivekitBinary {
  path: string;
  version: string;
  origin: 'path' | 'cache' | 'release' | 'go';
}

export interface LivekitBinaryOptions {
  /** Where a downloaded or built program is kept. */
  cache: string;
  /** The address that holds the releases, for a mirror. */
  releases?: string;
  /** The command to look for on the PATH. */
  command?: string;
  signal?: AbortSignal | undefined;
  moved: (detail: string) => void;
}

/** No way to a livekit-server worked; the message names each with its reason, and what to do. */
export class LivekitMissingError extends Error {
  override readonly name = 'LivekitMissingError';

  constructor(failures: readonly string[]) {
    const advice =
      process.platform === 'darwin'
        ? 'On macOS: brew install livekit, then start again.'
        : 'Install livekit-server on the PATH, or Go 1.26 or newer (https://go.dev/dl), or let this machine reach github.com once.';
    super(
      [
        'There is no livekit-server, and none could be got:',
        ...failures.map((failure) => `- ${failure.replaceAll('\n', '\n  ')}`),
        `${advice} Or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a LiveKit of your own.`,
      ].join('\n'),
    );
  }
}

/** The version a livekit-server says it has, or undefined if it cannot be run. */
async function versionOf(command: string): Promise<string | undefined> {
  const lines = await runCommand(command, ['--version']).catch(() => []);
  return /(\d+\.\d+\.\d+)/.exec(lines.join(' '))?.[1];
}

/** The same minor version or a newer one of the same major: LiveKit keeps its protocol compatible within it. */
export function isUsable(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  const [pinnedMajor, pinnedMinor] = livekitVersion.split('.').map(Number);
  return major === pinnedMajor && (minor ?? 0) >= (pinnedMinor ?? 0);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * A livekit-server to run: the one on the PATH, the cached one, the official release, or a build from the pinned
 * module, whichever is there first. Of several processes that ask at once only one downloads or builds. Throws
 * `LivekitMissingError` when no way works.
 */
export async function findLivekit(options: LivekitBinaryOptions): Promise<LivekitBinary> {
  const failures: string[] = [];
  const command = options.command ?? 'livekit-server';
  const installed = await versionOf(command);
  if (installed && isUsable(installed)) return { path: command, version: installed, origin: 'path' };
  failures.push(
    installed ? `${command} on the PATH is ${installed}, needed is ${livekitVersion}` : `${command} is not on the PATH`,
  );

  const folder = join(options.cache, 'livekit-server');
  const path = join(folder, `livekit-server-${livekitVersion}${process.platform === 'win32' ? '.exe' : ''}`);
  const cached = async (): Promise<LivekitBinary | undefined> =>
    (await versionOf(path)) === livekitVersion ? { path, version: livekitVersion, origin: 'cache' } : undefined;
  const found = await cached();
  if (found) return found;

  const onWait = () => options.moved('another start is getting livekit-server; waiting for it');
  return withLock(`${path}.lock`, async () => (await cached()) ?? (await obtain(path, failures, options)), {
    signal: options.signal,
    onWait,
  });
}

/** Downloads or builds into a folder of its own, and moves only a program that runs to `path`. */
async function obtain(
  path: string,
  failures: readonly string[],
  { releases = officialReleases, signal, moved }: LivekitBinaryOptions,
): Promise<LivekitBinary> {
  const ways = { release: downloadLivekit, go: buildLivekit };
  const tried = [...failures];
  await mkdir(join(path, '..'), { recursive: true });
  for (const origin of ['release', 'go'] as const) {
    const folder = await mkdtemp(`${path}.`);
    const forget = guardPath(folder);
    try {
      const program = await ways[origin]({ version: livekitVersion, folder, releases, signal, moved });
      await access(program);
      const version = await versionOf(program);
      if (version !== livekitVersion) throw new Error(`what came does not run as livekit-server ${livekitVersion}`);
      await rename(program, path);
      return { path, version, origin };
    } catch (error) {
      signal?.throwIfAborted();
      const names = { release: 'release download', go: 'go build' };
      tried.push(`${names[origin]}: ${reasonOf(error)}`);
      moved(`${names[origin]} did not work`);
    } finally {
      await rm(folder, { recursive: true, force: true });
      forget();
    }
  }
  throw new LivekitMissingError(tried);
}
