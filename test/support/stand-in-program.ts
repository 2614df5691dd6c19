import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a shell script that stands in for a program which is slow to get or to run. Returns its path. */
export async function standInProgram(folder: string, name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}
