import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './file-lock.ts';
import { guardPath } from './guard.ts';
import { buildLivekit } from './livekit-build.ts';
import type { LivekitProgram } from './livekit-program.ts';
import { downloadLivekit, officialReleases } from './livekit-release.ts';
import { runCommand } from './run-command.ts';

export interface LivekitBinary {
  name: LivekitProgram['name'];
  path: string;
  version: string;
  origin: 'path' | 'cache' | 'release' | 'go';
}

export interface LivekitBinaryOptions {
  /** Where a downloaded or built program is kept. */
  cache: string;
  /** The address that holds the releases, for a mirror. */
  releases?: string;
  /** The command to try first, instead of the program's name on the PATH. */
  command?: string | undefined;
  signal?: AbortSignal | undefined;
  moved: (detail: string) => void;
}

/** No way to a program of LiveKit worked; the message names each with its reason, and what to do. */
export class LivekitMissingError extends Error {
  override readonly name = 'LivekitMissingError';

  constructor({ name, advice }: LivekitProgram, failures: readonly string[]) {
    super(
      [
        `There is no ${name}, and none could be got:`,
        ...failures.map((failure) => `- ${failure.replaceAll('\n', '\n  ')}`),
        advice,
      ].join('\n'),
    );
  }
}

/** The version that a program says it has, or undefined if it cannot be run. */
async function versionOf(command: string): Promise<string | undefined> {
  const lines = await runCommand(command, ['--version']).catch(() => []);
  return /(\d+\.\d+\.\d+)/.exec(lines.join(' '))?.[1];
}

/** The same minor version or a newer one of the same major: LiveKit keeps its protocol compatible within it. */
export function isUsable(version: string, pinned: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  const [pinnedMajor, pinnedMinor] = pinned.split('.').map(Number);
  return major === pinnedMajor && (minor ?? 0) >= (pinnedMinor ?? 0);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * A program of LiveKit to run: the one on the PATH, the cached one, the official release, or a build from the pinned
 * module, whichever is there first. Of several processes that ask at once only one downloads or builds. Throws
 * `LivekitMissingError` when no way works.
 */
export async function findLivekit(program: LivekitProgram, options: LivekitBinaryOptions): Promise<LivekitBinary> {
  const { name, version } = program;
  const failures: string[] = [];
  const command = options.command || name;
  const installed = await versionOf(command);
  if (installed && isUsable(installed, version)) return { name, path: command, version: installed, origin: 'path' };
  const where = command === name ? `${name} on the PATH` : command;
  failures.push(installed ? `${where} is ${installed}, needed is ${version}` : `there is no ${where} that can be run`);

  const path = join(options.cache, name, `${name}-${version}${process.platform === 'win32' ? '.exe' : ''}`);
  const cached = async (): Promise<LivekitBinary | undefined> =>
    (await versionOf(path)) === version ? { name, path, version, origin: 'cache' } : undefined;
  const found = await cached();
  if (found) return found;

  const onWait = () => options.moved(`another start is getting ${name}; waiting for it`);
  return withLock(
    `${path}.lock`,
    async () => (await cached()) ?? (await obtain(program, path, { failures, options })),
    {
      signal: options.signal,
      onWait,
    },
  );
}

/** Downloads or builds into a folder of its own, and moves only a program that runs to `path`. */
async function obtain(
  program: LivekitProgram,
  path: string,
  { failures, options }: { failures: readonly string[]; options: LivekitBinaryOptions },
): Promise<LivekitBinary> {
  const { releases = officialReleases, signal, moved } = options;
  const { name, version } = program;
  const ways = {
    release: (folder: string) => downloadLivekit({ version, folder, releases, signal, moved }),
    go: (folder: string) => buildLivekit({ program, folder, signal, moved }),
  };
  const tried = [...failures];
  await mkdir(join(path, '..'), { recursive: true });
  for (const origin of program.hasReleases ? (['release', 'go'] as const) : (['go'] as const)) {
    const folder = await mkdtemp(`${path}.`);
    const forget = guardPath(folder);
    try {
      const made = await ways[origin](folder);
      await access(made);
      if ((await versionOf(made)) !== version) throw new Error(`what came does not run as ${name} ${version}`);
      await rename(made, path);
      return { name, path, version, origin };
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
  throw new LivekitMissingError(program, tried);
}
