import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeModes } from './describe-modes.ts';
import { findProgram } from './find-program.ts';
import { dataFolder, projectFolder } from './folders.ts';
import type { LivekitBinary } from './livekit-binary.ts';
import { localPhoneNumber } from './phone-environment.ts';
import { partTitle, ProgressDisplay } from './progress-display.ts';
import { type Stack, startStack } from './start-stack.ts';
import { PartFailedError } from './supervise.ts';
import { untilStopRequested } from './until-stop-requested.ts';

const usage = `npm start [-- options]

Starts Orderline on this machine: PostgreSQL, LiveKit, the server, the voice agent and the shop page.

  --phone     take telephone calls too, from softphones on this machine
  --verbose   show every line the parts write
  --help      show this

Settings are environment variables, or lines of a file .env; .env.example lists them.
`;

function parseOptions(): { hasPhone: boolean; isVerbose: boolean; isHelp: boolean } {
  const { values } = parseArgs({
    options: { phone: { type: 'boolean' }, verbose: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  return { hasPhone: values.phone ?? false, isVerbose: values.verbose ?? false, isHelp: values.help ?? false };
}

function origin(binary: LivekitBinary | undefined): string | undefined {
  if (!binary) return undefined;
  const origins = {
    path: 'from the PATH',
    cache: 'cached',
    release: 'downloaded from its release',
    go: 'built with Go',
  };
  return `${binary.name} ${binary.version}, ${origins[binary.origin]}`;
}

/** What to dial, and by which program the call comes in; undefined without a phone. */
function phone({ ports, sipBinary }: Stack): string | undefined {
  if (sipBinary === undefined) return undefined;
  const [number = localPhoneNumber] = (process.env['PHONE_NUMBERS'] || localPhoneNumber).split(',');
  return `a softphone on this machine reaches it at sip:${number.trim()}@127.0.0.1:${ports.sip} (${origin(sipBinary)})`;
}

function welcome(stack: Stack, preferredPort: number): string {
  const { urls, ports, livekitBinary, folder } = stack;
  const taken = ports.server === preferredPort ? '' : `   (port ${preferredPort} is taken)`;
  const hasPocketsphinx = findProgram(['pocketsphinx_continuous']) !== undefined;
  const modes = describeModes({
    environment: process.env,
    hasPocketsphinx,
    livekit: origin(livekitBinary),
    phone: phone(stack),
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
  const { hasPhone, isVerbose, isHelp } = parseOptions();
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
      preferredPorts: { server: preferredPort, livekit: 7880, livekitUdp: 7882, sip: 5060 },
      hasPhone,
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
