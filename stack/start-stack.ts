import { join } from 'node:path';
import { buildPages } from './build-pages.ts';
import { claimDataFolder } from './claim-data-folder.ts';
import { embeddedPostgres } from './embedded-postgres.ts';
import { cacheFolder } from './folders.ts';
import { findLivekit, type LivekitBinary } from './livekit-binary.ts';
import { livekitServer, livekitSip } from './livekit-program.ts';
import { ownLivekitUrl } from './own-livekit.ts';
import { PartLog } from './part-log.ts';
import { livekitPlan, livekitSipPlan, serverPlan, type StackFacts, workerPlan } from './part-plans.ts';
import { phoneRedis } from './phone-environment.ts';
import { type ReportProgress, reportStep, type StepWork } from './progress.ts';
import { redisPlan } from './redis-plan.ts';
import { chooseStackPorts, returnStackPorts, type StackPorts } from './stack-ports.ts';
import { type StackSecrets, stackSecrets } from './stack-secrets.ts';
import { type Part, type PartPlan, supervise } from './supervise.ts';

type PartName = 'database' | 'redis' | 'livekit' | 'sip' | 'server' | 'worker' | 'pages';

export interface StackOptions {
  /** What to run; everything unless given, the phone's parts only with `hasPhone`. */
  parts?: readonly PartName[];
  /** Also takes telephone calls, on loopback: runs Redis and livekit-sip. */
  hasPhone?: boolean;
  /** Holds data that is kept; a fresh temporary folder unless given. */
  dataFolder?: string;
  /** Ports to take if they are free; any free ones unless given. */
  preferredPorts?: Partial<StackPorts>;
  /** The settings of the start: an own DATABASE_URL or LIVEKIT_URL, secrets, keys. */
  environment?: NodeJS.ProcessEnv;
  serverEnvironment?: NodeJS.ProcessEnv;
  workerEnvironment?: NodeJS.ProcessEnv;
  report?: ReportProgress;
  /** Gives up a start that is under way; everything begun is ended again. */
  signal?: AbortSignal;
}

export interface Stack {
  urls: { page: string; server: string; livekit: string; database: string };
  ports: StackPorts;
  secrets: StackSecrets;
  /** The running processes; `pid` follows their restarts. */
  parts: Partial<Record<Exclude<PartName, 'pages'>, Part>>;
  /** Where livekit-server came from; undefined when it is not run here. */
  livekitBinary: LivekitBinary | undefined;
  /** Undefined when there is no phone. */
  sipBinary: LivekitBinary | undefined;
  /** Data and logs. */
  folder: string;
  /** Removed when the stack ends, however it does. */
  scratchFolder: string;
  /** Ends every part, last started first, and gives ports and locks back. */
  stop(): Promise<void>;
}

/**
 * Starts the parts of Orderline on this machine's loopback and watches over them until `stop`. Parts start side by
 * side as far as they do not need each other. Throws when one cannot start, having ended the others.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { environment = process.env } = options;
  const ownLivekit = ownLivekitUrl(environment);
  const folder = await claimDataFolder(options.dataFolder);
  const ports = await chooseStackPorts(options.preferredPorts ?? {});
  const stack: Stack = {
    urls: {
      page: `http://localhost:${ports.server}/`,
      server: `http://127.0.0.1:${ports.server}`,
      livekit: ownLivekit ?? `ws://127.0.0.1:${ports.livekit}`,
      database: environment['DATABASE_URL'] ?? '',
    },
    ports,
    secrets: await stackSecrets(environment, folder.path),
    parts: {},
    livekitBinary: undefined,
    sipBinary: undefined,
    folder: folder.path,
    scratchFolder: folder.scratch,
    async stop() {
      const { database, redis, livekit, sip, server, worker } = stack.parts;
      await Promise.all([worker?.stop(), server?.stop(), sip?.stop()]);
      await Promise.all([livekit?.stop(), database?.stop()]);
      await redis?.stop();
      await folder.release();
      returnStackPorts(ports);
    },
  };
  try {
    await startParts(stack, options);
    await folder.describe(stack.urls.page);
    return stack;
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/** Fills in `stack` part by part. When one fails the others are given up, and its error is thrown. */
async function startParts(stack: Stack, options: StackOptions): Promise<void> {
  const { environment = process.env, hasPhone = false } = options;
  const cache = cacheFolder(environment);
  const redis = hasPhone ? phoneRedis(environment, stack) : undefined;
  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, ...(options.signal ? [options.signal] : [])]);
  const report: ReportProgress = (progress) => {
    const isGivenUp = progress.kind === 'step_failed' && signal.aborted;
    options.report?.(isGivenUp ? { kind: 'step_given_up', step: progress.step } : progress);
  };
  const run = async (name: Exclude<PartName, 'pages'>, plan: PartPlan) => {
    const log = new PartLog(join(stack.folder, 'logs'), name);
    stack.parts[name] = await supervise(plan, { log, report, signal });
    return undefined;
  };
  const facts = (): StackFacts => ({
    environment,
    ports: stack.ports,
    secrets: stack.secrets,
    livekitUrl: stack.urls.livekit,
    databaseUrl: stack.urls.database,
    redis,
    scratchFolder: stack.scratchFolder,
  });
  /** Never rejects, so that whoever awaits all steps knows that none is still at work. */
  const begin = async (name: PartName, work: StepWork): Promise<void> => {
    const isWanted = options.parts?.includes(name) ?? true;
    const isPossible = hasPhone || (name !== 'redis' && name !== 'sip');
    if (!isWanted || !isPossible || signal.aborted) return;
    await reportStep(name, { report, work }).catch((error: unknown) => failed.abort(error));
  };

  const database = begin('database', async () => {
    if (environment['DATABASE_URL']) return 'yours';
    const isDurable = options.dataFolder !== undefined;
    const { plan, url } = await embeddedPostgres({ folder: stack.folder, cache, isDurable, signal });
    stack.urls.database = url;
    return run('database', plan);
  });
  const pages = begin('pages', async (moved) => {
    const built = await buildPages({ signal, moved });
    return built.length > 0 ? `built ${built.join(' and ')}` : 'up to date';
  });
  const messenger = begin('redis', async () => {
    if (environment['REDIS_URL']) return 'yours';
    const { ports, secrets, scratchFolder } = stack;
    const options = { environment, port: ports.redis, password: secrets.redisPassword, scratchFolder };
    return run('redis', await redisPlan(options));
  });
  const livekit = begin('livekit', async (moved) => {
    if (environment['LIVEKIT_URL']) return 'yours';
    stack.livekitBinary = await findLivekit(livekitServer, { cache, signal, moved });
    await messenger;
    return run('livekit', livekitPlan(stack.livekitBinary, facts()));
  });
  const phone = begin('sip', async (moved) => {
    const command = environment['LIVEKIT_SIP'];
    stack.sipBinary = await findLivekit(livekitSip, { cache, command, signal, moved });
    await livekit;
    return run('sip', livekitSipPlan(stack.sipBinary, facts()));
  });
  const server = Promise.all([database, pages]).then(() =>
    begin('server', () => run('server', serverPlan(facts(), options.serverEnvironment ?? {}))),
  );
  const worker = livekit.then(() =>
    begin('worker', () => run('worker', workerPlan(facts(), options.workerEnvironment ?? {}))),
  );
  await Promise.all([phone, server, worker]);
  signal.throwIfAborted();
}
