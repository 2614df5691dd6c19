import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isAlive } from '../../stack/end-process.ts';
import { descendants } from '../support/descendants.ts';
import { patience } from '../support/patience.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const script = fileURLToPath(new URL('../support/doomed-parent.ts', import.meta.url));

async function doomedParent(): Promise<{
  parent: ChildProcessByStdio<Writable, Readable, null>;
  program: number;
  path: string;
}> {
  const path = join(await temporaryFolder(), 'left-behind');
  await writeFile(path, '');
  const parent = spawn(process.execPath, [script, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void parent.kill('SIGKILL'));
  const [chunk] = (await once(parent.stdout, 'data')) as [Buffer];
  return { parent, program: Number(chunk.toString()), path };
}

test('ends what a killed process left, and removes its files', async () => {
  const { parent, program, path } = await doomedParent();
  expect(isAlive(program)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect([isAlive(program), existsSync(path)]).toEqual([false, false]), patience);
});

test('is replaced when it is killed itself', async () => {
  const { parent, program, path } = await doomedParent();
  const guardian = descendants(parent.pid ?? 0).find((pid) => pid !== program) ?? 0;
  process.kill(guardian, 'SIGKILL');
  const successors = () => descendants(parent.pid ?? 0).filter((pid) => pid !== program && pid !== guardian);
  await vi.waitFor(() => expect(successors()).toHaveLength(1), patience);
  parent.stdin.write('told it everything?');
  await once(parent.stdout, 'data');
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect([isAlive(program), existsSync(path)]).toEqual([false, false]), patience);
});
