import { join } from 'node:path';
import { missingForC } from './c-toolchain.ts';
import { projectFolder } from './folders.ts';
import type { LivekitProgram } from './livekit-program.ts';
import { runCommand } from './run-command.ts';

const neededGo = { major: 1, minor: 26 };

export interface BuildOptions {
  program: LivekitProgram;
  /** Where the program goes. */
  folder: string;
  signal?: AbortSignal | undefined;
  moved: (detail: string) => void;
}

/** Whether `go version` printed a Go that can build the pinned module. */
export function isGoNewEnough(versionLine: string): boolean {
  const [, major, minor] = /\bgo(\d+)\.(\d+)/.exec(versionLine) ?? [];
  const newer = Number(major) - neededGo.major;
  return newer > 0 || (newer === 0 && Number(minor) >= neededGo.minor);
}

/**
 * Builds a program from the module pinned in stack, with the user's own Go settings, and returns its path. Throws with
 * the reason when Go is missing, too old, a library in C is missing, or the build fails.
 */
export async function buildLivekit({ program, folder, signal, moved }: BuildOptions): Promise<string> {
  const { name, version, versionVariable, goPackage, libraries } = program;
  const go = await runCommand('go', ['version'], { signal }).catch(() => []);
  if (go.length === 0) throw new Error(`Go ${neededGo.major}.${neededGo.minor} or newer is not on the PATH`);
  if (!isGoNewEnough(go.join(' '))) {
    throw new Error(`Go ${neededGo.major}.${neededGo.minor} or newer is needed, found: ${go.join(' ')}`);
  }
  const missing = await missingForC(libraries);
  if (missing !== undefined) throw new Error(missing);

  const built = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
  let steps = 0;
  moved('building with Go, which takes a few minutes the first time');
  const linkerFlags = versionVariable === undefined ? '-s -w' : `-s -w -X ${versionVariable}=${version}`;
  // -v names each package as it is compiled, and go names each download: the only signs of life it gives.
  await runCommand('go', ['build', '-v', '-trimpath', '-ldflags', linkerFlags, '-o', built, goPackage], {
    cwd: join(projectFolder, 'stack', name),
    // Without it, Go leaves out whatever needs C where it finds no compiler, and then fails further on.
    ...(libraries.length === 0 ? {} : { env: { ...process.env, CGO_ENABLED: '1' } }),
    signal,
    onLine: (line) => {
      steps += 1;
      moved(
        line.startsWith('go: downloading') ? `downloading Go modules, ${steps}` : `building with Go, step ${steps}`,
      );
    },
  });
  return built;
}
