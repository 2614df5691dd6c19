import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const kilobyte = 1024;
const entry = 'orderline-widget.js';
const widgetRoot = fileURLToPath(new URL('../../widget', import.meta.url));

let outDir: string;
let sizes: Map<string, number>;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'orderline-widget-'));
  await build({ root: widgetRoot, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const files = (await readdir(outDir)).filter((file) => file.endsWith('.js'));
  sizes = new Map(
    await Promise.all(
      files.map(async (file) => [file, brotliCompressSync(await readFile(join(outDir, file))).length] as const),
    ),
  );
});
afterAll(() => rm(outDir, { recursive: true, force: true }));

test('the button shows after at most 15 KB', async () => {
  const shell = await staticImports(entry);
  expect(shell.size).toBeLessThan(sizes.size);
  expect(total([...shell])).toBeLessThanOrEqual(15 * kilobyte);
});

test('a whole call takes at most 150 KB', () => {
  expect(total([...sizes.keys()])).toBeLessThanOrEqual(150 * kilobyte);
});

test('neither LiveKit nor zod is in what a page loads before the click', async () => {
  const code = await Promise.all([...(await staticImports(entry))].map((file) => readFile(join(outDir, file), 'utf8')));
  expect(code.join('')).not.toMatch(/RTCPeerConnection|ZodMini|\$ZodType/);
});

const total = (files: readonly string[]) => files.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);

/** The file, and what it pulls in without being asked to: `import(…)` is not followed. */
async function staticImports(file: string, found = new Set<string>()): Promise<Set<string>> {
  if (found.has(file)) return found;
  found.add(file);
  const code = await readFile(join(outDir, file), 'utf8');
  for (const [, path] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+)["']/g)) {
    if (path !== undefined) await staticImports(path, found);
  }
  return found;
}
