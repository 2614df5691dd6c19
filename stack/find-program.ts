import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of `names` that can be run from the PATH, as a full path; undefined when none is there. */
export function findProgram(names: readonly string[], searchPath = process.env['PATH'] ?? ''): string | undefined {
  for (const name of names) {
    for (const folder of searchPath.split(delimiter)) {
      if (folder !== '' && canRun(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
