import { findProgram } from './find-program.ts';
import type { LivekitProgram } from './livekit-program.ts';
import { runCommand } from './run-command.ts';

/**
 * What a Go build that uses these libraries in C lacks on this machine, with the command that brings it on Debian;
 * undefined when nothing is missing.
 */
export async function missingForC(libraries: LivekitProgram['libraries']): Promise<string | undefined> {
  if (libraries.length === 0) return undefined;
  const missing: { name: string; debianPackage: string }[] = [];
  if (findProgram([process.env['CC'] || 'gcc', 'clang']) === undefined) {
    missing.push({ name: 'a C compiler', debianPackage: 'gcc libc6-dev' });
  }
  if (findProgram(['pkg-config']) === undefined) {
    missing.push({ name: 'pkg-config', debianPackage: 'pkg-config' });
    missing.push(...libraries.map(({ pkgConfig: name, debianPackage }) => ({ name, debianPackage })));
  } else {
    for (const { pkgConfig: name, debianPackage } of libraries) {
      const isHere = await runCommand('pkg-config', ['--exists', name]).then(
        () => true,
        () => false,
      );
      if (!isHere) missing.push({ name, debianPackage });
    }
  }
  if (missing.length === 0) return undefined;
  const packages = missing.map(({ debianPackage }) => debianPackage).join(' ');
  return `it needs ${missing.map(({ name }) => name).join(', ')}. On Debian or Ubuntu: sudo apt-get install ${packages}`;
}
