import './no-telemetry-content.ts';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { AgentServer, initializeLogger, log, ServerOptions } from '@livekit/agents';
import { agentName } from '@orderline/contract/room.ts';
import { checkModels } from './check-models.ts';
import { readConfig, type WorkerConfig } from './config.ts';

/** A call costs the worker about 0.12 of a core at rest and 0.22 while someone speaks. */
const callsPerCore = 8;
const startTimeoutMs = 30_000;
/** For the job processes, which inherit it: node:wasi still calls itself experimental, at every start. */
const quietNode = '--disable-warning=ExperimentalWarning';

/**
 * The worker's settings. It offers itself while it has room for calls, not while the machine is idle: by default the
 * framework stops taking calls, silently, at 70 % CPU. It waits for LiveKit as long as it takes.
 */
function serverOptions(config: WorkerConfig): ServerOptions {
  const capacity = availableParallelism() * callsPerCore;
  return new ServerOptions({
    agent: fileURLToPath(new URL('./job.ts', import.meta.url)),
    agentName,
    production: true,
    wsURL: config.livekit.url,
    apiKey: config.livekit.apiKey,
    apiSecret: config.livekit.apiSecret,
    host: '127.0.0.1',
    port: config.healthPort,
    numIdleProcesses: config.idleJobs,
    initializeProcessTimeout: startTimeoutMs,
    loadFunc: (server) => Promise.resolve(server.activeJobs.length / capacity),
    loadThreshold: 1,
    maxRetry: Number.POSITIVE_INFINITY,
    logLevel: config.logLevel,
  });
}

/** SIGTERM takes no new call and waits for the ones there are; SIGINT, or a second SIGTERM, ends them. */
function stopOnSignals(server: AgentServer): void {
  const close = () => void server.close().finally(() => process.exit(0));
  process.once('SIGINT', close);
  process.once('SIGTERM', () => {
    process.once('SIGTERM', close);
    void server
      .drain()
      .catch((error: unknown) => log().error({ error }, 'Calls were still going on when the worker had to stop'))
      .finally(close);
  });
}

/** In the log, and as advice to whoever started the worker. Calls are taken meanwhile. */
async function sayWhatIsWrong(config: WorkerConfig): Promise<void> {
  for (const { variable, detail } of await checkModels(config)) {
    const advice = `${variable} ${detail} Until that is mended, the built-in model, ears or voice do its work.`;
    log().error({ advice }, 'A model cannot be used');
  }
}

async function main(): Promise<void> {
  if (process.argv[2] !== 'start') throw new Error('Usage: node agent-worker/main.ts start');
  const config = readConfig(process.env);
  process.execArgv.push(quietNode);
  // A job that cannot even be loaded fails the start; the framework would find out call by call, and look healthy.
  await import('./job.ts');
  initializeLogger({ pretty: process.stdout.isTTY, level: config.logLevel });
  const server = new AgentServer(serverOptions(config));
  stopOnSignals(server);
  void sayWhatIsWrong(config);
  await server.run();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
