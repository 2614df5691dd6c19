import { join } from 'node:path';
import { projectFolder } from './folders.ts';
import { runCommand } from './run-command.ts';

const neededGo = { major: 1, minor: 26 };

export interface BuildOptions {
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
 * Builds livekit-server from the module pinned in stack/livekit-server, with the user's own Go settings, and returns
 * the path of the program. Throws with the reason when Go is missing, too old, or the build fails.
 */
export async function buildLivekit({ folder, signal, moved }: BuildOptions): Promise<string> {
  const version = await runCommand('go', ['version'], { signal }).catch(() => []);
  if (version.length === 0) throw new Error(`Go ${neededGo.major}.${neededGo.minor} or newer is not on the PATH`);
  if (!isGoNewEnough(version.join(' '))) {
    throw new Error(`Go ${neededGo.major}.${neededGo.minor} or newer is needed, found: ${version.join(' ')}`);
  }

  const program = join(folder, process.platform === 'win32' ? 'livekit-server.exe' : 'livekit-server');
  let steps = 0;
  moved('building with Go, which takes a few minutes the first time');
  // -v names each package as it is compiled, and go names each download: the only signs of life it gives.
  const args = ['build', '-v', '-trimpath', '-ldflags', '-s -w', '-o', program];
  await runCommand('go', [...args, 'github.com/livekit/livekit-server/cmd/server'], {
    cwd: join(projectFolder, 'stack', 'livekit-server'),
    signal,
    onLine: (line) => {
      steps += 1;
      moved(
        line.startsWith('go: downloading') ? `downloading Go modules, ${steps}` : `building with Go, step ${steps}`,
      );
    },
  });
  return program;
}
