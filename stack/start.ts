import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeModes } from './describe-modes.ts';
import { findProgram } from './find-program.ts';
import { dataFolder, projectFolder } from './folders.ts';
import type { LivekitBinary } from './livekit-binary.ts';
import { partTitle, ProgressDisplay } from './progress-display.ts';
import { type Stack, startStack } from './start-stack.ts';
import { PartFailedError } from './supervise.ts';
import { untilStopRequested } from './until-stop-requested.ts';

const usage = `npm start [-- options]

Starts Orderline on this machine: PostgreSQL, LiveKit, the server, the voice agent and the shop page.

  --verbose   show every line the parts write
  --help      show this

Settings are environment variables, or lines of a file .env; .env.example lists them.
`;

function parseOptions(): { isVerbose: boolean; isHelp: boolean } {
  const { values } = parseArgs({ options: { verbose: { type: 'boolean' }, help: { type: 'boolean' } } });
  return { isVerbose: values.verbose ?? false, isHelp: values.help ?? false };
}

function origin(binary: LivekitBinary | undefined): string | undefined {
  if (!binary) return undefined;
  const origins = {
    path: 'from the PATH',
    cache: 'cached',
    release: 'downloaded from its release',
    go: 'built with Go',
  };
  return `livekit-server ${binary.version}, ${origins[binary.origin]}`;
}

function welcome({ urls, ports, livekitBinary, folder }: Stack, preferredPort: number): string {
  const taken = ports.server === preferredPort ? '' : `   (port ${preferredPort} is taken)`;
  const hasPocketsphinx = findProgram(['pocketsphinx_continuous']) !== undefined;
  const modes = describeModes({
    environment: process.env,
    hasPocketsphinx,
    livekit: origin(livekitBinary),
    dataFolder: folder,
  });
  const lines = [`Open ${urls.page}${taken}`, '', ...modes, '', `Logs are in ${join(folder, 'logs')}. Ctrl-C stops.`];
  return ['', ...lines.map((line) => (line === '' ? '' : `  ${line}`)), ''].join('\n');
}

function explain(error: unknown): string {
  if (error instanceof PartFailedError) {
    const lastLines = error.lastLines.map((line) => `    ${line}`);
    return ['', `The ${partTitle(error.part)} did not start: ${error.reason}. Its last lines:`, ...lastLines, ''].join(
      '\n',
    );
  }
  return `\n${error instanceof Error ? error.message : String(error)}\n`;
}

async function main(): Promise<number> {
  const { isVerbose, isHelp } = parseOptions();
  if (isHelp) {
    process.stdout.write(usage);
    return 0;
  }
  const settings = join(projectFolder, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);

  const stopRequested = untilStopRequested();
  const display = new ProgressDisplay(process.stdout, { isVerbose });
  const preferredPort = Number(process.env['PORT'] || 3000);
  display.print('\nOrderline is starting.\n');
  try {
    const stack = await startStack({
      dataFolder: dataFolder(process.env),
      preferredPorts: { server: preferredPort, livekit: 7880, livekitUdp: 7882 },
      report: display.report,
      signal: stopRequested,
    });
    display.print(welcome(stack, preferredPort));
    if (!stopRequested.aborted) await once(stopRequested, 'abort');
    display.print('\nStopping.');
    await stack.stop();
    return 0;
  } catch (error) {
    if (stopRequested.aborted) return 0;
    display.print(explain(error));
    return 1;
  }
}

process.exitCode = await main();
