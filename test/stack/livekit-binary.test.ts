import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findLivekit, LivekitMissingError } from '../../stack/livekit-binary.ts';
import { livekitServer, livekitSip } from '../../stack/livekit-program.ts';
import { freePort } from '../../stack/free-port.ts';
import { releaseServer } from '../support/release-server.ts';
import { standInProgram } from '../support/stand-in-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder: string;
let cache: string;
/** The only folder whose programs win over the system's. */
let programs: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  cache = join(folder, 'cache');
  programs = join(folder, 'programs');
  await mkdir(programs);
  vi.stubEnv('PATH', `${programs}:/usr/bin:/bin`);
  await standInProgram(programs, 'livekit-server', 'exit 1');
  await standInProgram(programs, 'go', 'exit 1');
});

afterEach(() => vi.unstubAllEnvs());

const livekitVersion = livekitServer.version;
const livekitScript = `echo livekit-server version ${livekitVersion}`;

/** A Go that takes a moment, notes each build, and "builds" a stand-in. */
async function standInGo(): Promise<string> {
  const log = join(folder, 'go.log');
  const built = await standInProgram(folder, 'built', livekitScript);
  await standInProgram(
    programs,
    'go',
    `case "$1" in
      version) echo go version go1.26.8 linux/amd64 ;;
      build) echo build >> ${log}; sleep 0.3; for last in "$@"; do [ "$previous" = -o ] && cp ${built} "$last"; previous=$last; done ;;
    esac`,
  );
  return log;
}

async function find(releases: string) {
  return findLivekit(livekitServer, { cache, releases, moved: () => undefined });
}

async function unreachable(): Promise<string> {
  return `http://127.0.0.1:${await freePort()}`;
}

test.each([
  ['github.com/livekit/livekit-server', livekitServer],
  ['github.com/livekit/sip', livekitSip],
])('runs the version of %s that the Go module pins', async (module, { name, version }) => {
  const pinned = await readFile(new URL(`../../stack/${name}/go.mod`, import.meta.url), 'utf8');
  expect(pinned).toContain(`${module} v${version} `);
});

test('uses the one on the PATH before asking anybody', async () => {
  await standInProgram(programs, 'livekit-server', livekitScript);
  expect(await find(await unreachable())).toMatchObject({ origin: 'path', version: livekitVersion });
});

test('passes over one on the PATH that is too old, and says so', async () => {
  await standInProgram(programs, 'livekit-server', 'echo livekit-server version 1.7.2');
  await expect(find(await unreachable())).rejects.toThrow(/on the PATH is 1\.7\.2, needed is 1\.13\.5/);
});

test('downloads the release once and then keeps it', async () => {
  const { url, asked } = await releaseServer({ folder });
  const first = await find(url);
  expect(first.origin).toBe('release');
  expect(asked).toHaveLength(2);
  expect(await find(url)).toEqual({ ...first, origin: 'cache' });
  expect(asked).toHaveLength(2);
});

test.each([
  ['wrong sum', /SHA-256/],
  ['cut short', /broke off/],
  ['not found', /404/],
] as const)('keeps nothing of a release with a fault: %s', async (fault, reason) => {
  const { url } = await releaseServer({ folder, fault });
  await expect(find(url)).rejects.toThrow(reason);
  expect(await readdir(join(cache, 'livekit-server'))).toEqual([]);
});

test('builds with Go when the release cannot be reached', async () => {
  await standInGo();
  expect(await find(await unreachable())).toMatchObject({ origin: 'go', version: livekitVersion });
});

test('builds once for starts that come together', async () => {
  const log = await standInGo();
  const releases = await unreachable();
  const found = await Promise.all([find(releases), find(releases), find(releases)]);
  expect(found.map(({ origin }) => origin).sort()).toEqual(['cache', 'cache', 'go']);
  expect(await readFile(log, 'utf8')).toBe('build\n');
});

test('names every way and its reason when none works', async () => {
  const failure = await find(await unreachable()).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(LivekitMissingError);
  expect(String(failure)).toMatch(/no livekit-server on the PATH[^]*release download: [^]*refused|ECONNREFUSED/);
  expect(String(failure)).toMatch(/go build: Go 1\.26 or newer is not on the PATH/);
  expect(String(failure)).toMatch(/LIVEKIT_URL/);
});

test('gives up when the start is given up', async () => {
  await standInGo();
  const stop = new AbortController();
  const moved = (detail: string) => {
    if (detail.startsWith('building')) stop.abort(new Error('stopped'));
  };
  const releases = await unreachable();
  await expect(findLivekit(livekitServer, { cache, releases, signal: stop.signal, moved })).rejects.toThrow('stopped');
});

test('builds livekit-sip only where its libraries are, and names the packages that bring them', async () => {
  await standInGo();
  await standInProgram(programs, 'gcc', 'exit 0');
  await standInProgram(programs, 'livekit-sip', 'exit 1');
  await standInProgram(programs, 'pkg-config', '[ "$2" != soxr ]');
  const moved = () => undefined;
  const failure = await findLivekit(livekitSip, { cache, moved }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(LivekitMissingError);
  expect(String(failure)).toMatch(/go build: it needs soxr\. On Debian or Ubuntu: sudo apt-get install libsoxr-dev\n/);
  expect(String(failure)).toMatch(/LIVEKIT_SIP/);
});

test('runs an own livekit-sip where one is named', async () => {
  const command = await standInProgram(folder, 'my-sip', `echo SIP version ${livekitSip.version}`);
  const moved = () => undefined;
  expect(await findLivekit(livekitSip, { cache, command, moved })).toMatchObject({ path: command, origin: 'path' });
});
