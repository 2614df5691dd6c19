import { join } from 'node:path';
import { cacheFolder, projectFolder } from './folders.ts';
import type { LivekitBinary } from './livekit-binary.ts';
import { livekitConfig } from './livekit-config.ts';
import { livekitSipConfig } from './livekit-sip-config.ts';
import { phoneEnvironment } from './phone-environment.ts';
import type { RedisAccess } from './redis-access.ts';
import type { StackPorts } from './stack-ports.ts';
import type { StackSecrets } from './stack-secrets.ts';
import type { PartPlan } from './supervise.ts';
import { untilHttpOk } from './until-http-ok.ts';
import { untilSipAnswers } from './until-sip-answers.ts';

/** What every part of one stack is told. */
export interface StackFacts {
  environment: NodeJS.ProcessEnv;
  ports: StackPorts;
  secrets: StackSecrets;
  livekitUrl: string;
  databaseUrl: string;
  /** Only where there is a phone. */
  redis: RedisAccess | undefined;
  scratchFolder: string;
}

/** How to run livekit-server on this stack's ports. */
export function livekitPlan(binary: LivekitBinary, { environment, ports, secrets, redis }: StackFacts): PartPlan {
  const config = livekitConfig({
    port: ports.livekit,
    udpPort: ports.livekitUdp,
    apiKey: secrets.livekitApiKey,
    apiSecret: secrets.livekitApiSecret,
    webhookUrl: `http://127.0.0.1:${ports.server}/webhooks/livekit`,
    redis,
  });
  return {
    name: 'livekit',
    command: binary.path,
    args: [],
    env: { PATH: environment['PATH'], HOME: environment['HOME'], LIVEKIT_CONFIG: config },
    // It would wait for every participant to leave; it holds nothing that must be kept.
    ending: { signal: 'SIGTERM', graceMs: 500 },
    untilReady: (signal) => untilHttpOk(`http://127.0.0.1:${ports.livekit}/`, signal),
    startTimeoutMs: 30_000,
  };
}

/** How to run livekit-sip on this stack's ports. */
export function livekitSipPlan(
  binary: LivekitBinary,
  { environment, ports, secrets, livekitUrl, redis }: StackFacts,
): PartPlan {
  const config = livekitSipConfig({
    port: ports.sip,
    livekitUrl,
    apiKey: secrets.livekitApiKey,
    apiSecret: secrets.livekitApiSecret,
    redis,
  });
  return {
    name: 'sip',
    command: binary.path,
    args: [],
    env: { PATH: environment['PATH'], HOME: environment['HOME'], SIP_CONFIG_BODY: config },
    // At SIGTERM it would wait for its calls to end; at SIGINT it hangs up.
    ending: { signal: 'SIGINT', graceMs: 1500 },
    untilReady: (signal) => untilSipAnswers(ports.sip, signal),
    startTimeoutMs: 30_000,
  };
}

/** What our own programs run with unless the environment says otherwise: compiled code is kept, for faster starts. */
function nodeDefaults(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { NODE_ENV: 'production', NODE_COMPILE_CACHE: join(cacheFolder(environment), 'compiled') };
}

function livekitAccess({ livekitUrl, secrets }: StackFacts): NodeJS.ProcessEnv {
  return {
    LIVEKIT_URL: livekitUrl,
    LIVEKIT_API_KEY: secrets.livekitApiKey,
    LIVEKIT_API_SECRET: secrets.livekitApiSecret,
  };
}

/** How to run the server; `extra` wins over what the stack sets. */
export function serverPlan(facts: StackFacts, extra: NodeJS.ProcessEnv): PartPlan {
  const { environment, ports, secrets, databaseUrl, redis } = facts;
  const loopback = `http://127.0.0.1:${ports.server}`;
  return {
    name: 'server',
    command: process.execPath,
    args: [join(projectFolder, 'server', 'main.ts')],
    cwd: projectFolder,
    env: {
      ...nodeDefaults(environment),
      PUBLIC_URL: `http://localhost:${ports.server}`,
      ...environment,
      ...livekitAccess(facts),
      ...phoneEnvironment(environment, { hasPhone: redis !== undefined }),
      ALLOWED_ORIGINS: [environment['ALLOWED_ORIGINS'], loopback].filter(Boolean).join(','),
      DATABASE_URL: databaseUrl,
      WORKER_KEY: secrets.workerKey,
      TOKEN_SECRET: secrets.tokenSecret,
      HOST: environment['HOST'] || '127.0.0.1',
      PORT: String(ports.server),
      ...extra,
    },
    ending: { signal: 'SIGTERM', graceMs: 3000 },
    untilReady: (signal) => untilHttpOk(`${loopback}/health`, signal),
    startTimeoutMs: 60_000,
  };
}

/** How to run the worker; `extra` wins over what the stack sets. */
export function workerPlan(facts: StackFacts, extra: NodeJS.ProcessEnv): PartPlan {
  const { environment, ports, secrets } = facts;
  return {
    name: 'worker',
    command: process.execPath,
    args: [join(projectFolder, 'agent-worker', 'main.ts'), 'start'],
    cwd: projectFolder,
    env: {
      ...nodeDefaults(environment),
      ...environment,
      ...livekitAccess(facts),
      SERVER_URL: `http://127.0.0.1:${ports.server}`,
      WORKER_KEY: secrets.workerKey,
      TMPDIR: facts.scratchFolder,
      WORKER_HEALTH_PORT: String(ports.workerHealth),
      ...extra,
    },
    // At SIGTERM it would wait for its calls to end; here they end with the stack.
    ending: { signal: 'SIGINT', graceMs: 1500 },
    untilReady: (signal) => untilHttpOk(`http://127.0.0.1:${ports.workerHealth}/`, signal),
    startTimeoutMs: 60_000,
  };
}
