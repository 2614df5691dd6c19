import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runCommand } from './run-command.ts';

const connectTimeoutMs = 6000;
const silenceTimeoutMs = 20_000;

/** Where LiveKit publishes its releases. */
export const officialReleases = 'https://github.com/livekit/livekit/releases/download';

export interface ReleaseOptions {
  version: string;
  /** An empty folder for the archive and the program. */
  folder: string;
  releases: string;
  signal?: AbortSignal | undefined;
  moved: (detail: string) => void;
}

const platforms: Partial<Record<NodeJS.Platform, { name: string; extension: string }>> = {
  linux: { name: 'linux', extension: 'tar.gz' },
  win32: { name: 'windows', extension: 'zip' },
};
const architectures: Partial<Record<NodeJS.Architecture, string>> = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' };

/** The archive's name as goreleaser makes it, or undefined where LiveKit publishes none (macOS). */
export function releaseArchive(
  version: string,
  platform: NodeJS.Platform = process.platform,
  architecture: NodeJS.Architecture = process.arch,
): string | undefined {
  const system = platforms[platform];
  const processor = architectures[architecture];
  return system && processor ? `livekit_${version}_${system.name}_${processor}.${system.extension}` : undefined;
}

/** The sum of one file in a `checksums.txt`, lower case, or undefined if it is not listed. */
export function listedSum(checksums: string, file: string): string | undefined {
  for (const line of checksums.split('\n')) {
    const [sum, name] = line.trim().split(/\s+\*?/);
    if (name === file && sum && /^[0-9a-f]{64}$/i.test(sum)) return sum.toLowerCase();
  }
  return undefined;
}

/** The cause says what happened (refused, not found); fetch's own message is only "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** Starts a download; a host that does not answer soon is given up, so that the next way can be tried. */
async function request(url: string, signal: AbortSignal): Promise<Response> {
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(new Error('no answer')), connectTimeoutMs);
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, tooLate.signal]) });
    if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
    return response;
  } catch (error) {
    throw new Error(`could not download ${url}: ${reasonOf(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Writes a response's body to a file and returns its SHA-256; fails when nothing comes for a while. */
async function save(response: Response, path: string, options: ReleaseOptions): Promise<string> {
  if (!response.body) throw new Error('the download was empty');
  const total = Number(response.headers.get('content-length') ?? 0);
  const stalled = new AbortController();
  const watchdog = setTimeout(() => stalled.abort(new Error('the download stalled')), silenceTimeoutMs);
  const hash = createHash('sha256');
  let received = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      watchdog.refresh();
      hash.update(chunk);
      received += chunk.length;
      const done_ = total > 0 ? ` of ${(total / 1e6).toFixed(0)}` : '';
      options.moved(`downloading, ${(received / 1e6).toFixed(0)}${done_} MB`);
      done(null, chunk);
    },
  });
  try {
    const signal = AbortSignal.any([stalled.signal, ...(options.signal ? [options.signal] : [])]);
    await pipeline(response.body, measure, createWriteStream(path), { signal });
    return hash.digest('hex');
  } catch (error) {
    throw new Error(`the download broke off after ${received} bytes: ${reasonOf(error)}`, { cause: error });
  } finally {
    clearTimeout(watchdog);
  }
}

/**
 * Gets livekit-server from the official release, checked against the release's checksums.txt, and returns the path of
 * the program in `folder`. Throws with the reason when there is none for this platform, it cannot be reached, or its
 * sum is not the listed one.
 */
export async function downloadLivekit(options: ReleaseOptions): Promise<string> {
  const { version, folder, releases, signal = new AbortController().signal, moved } = options;
  const archive = releaseArchive(version);
  if (!archive) throw new Error(`LiveKit publishes no archive for ${process.platform} ${process.arch}`);
  moved(`asking ${new URL(releases).host} for the release`);
  const checksums = await (await request(`${releases}/v${version}/checksums.txt`, signal)).text();
  const expected = listedSum(checksums, archive);
  if (!expected) throw new Error(`checksums.txt does not list ${archive}`);

  const archivePath = join(folder, archive);
  const actual = await save(await request(`${releases}/v${version}/${archive}`, signal), archivePath, options);
  if (actual !== expected) throw new Error(`${archive} has the SHA-256 ${actual}, but checksums.txt lists ${expected}`);

  const program = process.platform === 'win32' ? 'livekit-server.exe' : 'livekit-server';
  // Windows' own tar reads zip archives too.
  await runCommand('tar', ['-xf', archivePath, '-C', folder, program], { signal });
  return join(folder, program);
}
