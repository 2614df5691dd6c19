import { existsSync } from 'node:fs';
import { missingForC } from '../stack/c-toolchain.ts';
import { findProgram } from '../stack/find-program.ts';
import { livekitSip } from '../stack/livekit-program.ts';
import { runCommand } from '../stack/run-command.ts';
import { chromiumPath } from './support/chromium-path.ts';

/** A program of the system that some tests run; there is no test without it, and none is left out. */
interface Tool {
  name: string;
  /** The vitest projects that need it. */
  neededBy: readonly string[];
  isHere: () => boolean | Promise<boolean>;
  debianPackages: readonly string[];
}

const tools: readonly Tool[] = [
  { name: 'Chromium', neededBy: ['stack', 'browser'], isHere: hasChromium, debianPackages: ['chromium'] },
  {
    name: 'PocketSphinx',
    neededBy: ['stack', 'calls', 'phone', 'browser', 'voice'],
    isHere: () =>
      findProgram(['pocketsphinx_continuous']) !== undefined && existsSync('/usr/share/pocketsphinx/model/en-us/en-us'),
    debianPackages: ['pocketsphinx', 'pocketsphinx-en-us'],
  },
  {
    name: 'Redis',
    neededBy: ['phone', 'voice'],
    isHere: () => findProgram(['redis-server', 'valkey-server']) !== undefined,
    debianPackages: ['redis-server'],
  },
  {
    name: 'SIPp',
    neededBy: ['phone', 'voice'],
    isHere: () => findProgram(['sipp']) !== undefined,
    debianPackages: ['sip-tester'],
  },
  {
    name: 'what livekit-sip is built with',
    neededBy: ['phone', 'voice'],
    // One that was built before needs none of it, but nobody knows yet whether it was.
    isHere: async () => (await missingForC(livekitSip.libraries)) === undefined,
    debianPackages: ['gcc', 'libc6-dev', 'pkg-config', ...livekitSip.libraries.map((library) => library.debianPackage)],
  },
];

function hasChromium(): boolean {
  try {
    return chromiumPath() !== '';
  } catch {
    return false;
  }
}

async function notHere(wanted: readonly Tool[]): Promise<Tool[]> {
  const missing: Tool[] = [];
  for (const tool of wanted) if (!(await tool.isHere())) missing.push(tool);
  return missing;
}

/** Tools that the tests need are missing; the message has the command that installs them. */
class MissingToolsError extends Error {
  override readonly name = 'MissingToolsError';
}

/**
 * Sees to it that every tool of `projects` is installed: as root on Debian by apt-get, telling so by `tell`; elsewhere
 * throws `MissingToolsError`.
 */
export async function ensureTools(projects: readonly string[], tell: (line: string) => void): Promise<void> {
  const missing = await notHere(tools.filter((tool) => tool.neededBy.some((name) => projects.includes(name))));
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.name).join(' and ');
  const packages = missing.flatMap((tool) => tool.debianPackages);
  const install = ['install', '--yes', '--no-install-recommends', ...packages];
  if (process.getuid?.() !== 0 || !findProgram(['apt-get'])) {
    throw new MissingToolsError(
      `The tests need ${names}. On Debian or Ubuntu: sudo apt-get ${install.join(' ')}\n` +
        'On macOS Chromium or Chrome is found in /Applications; PocketSphinx is in no package manager there, so run the ' +
        'tests in a Debian container.',
    );
  }
  tell(`Installing ${names}: apt-get ${install.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], { env });
  await runCommand('apt-get', install, { env });
  const stillMissing = (await notHere(missing)).map((tool) => tool.name);
  if (stillMissing.length > 0) throw new MissingToolsError(`apt-get did not bring ${stillMissing.join(' and ')}.`);
}
