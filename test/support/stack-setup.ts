import type { TestProject } from 'vitest/node';
import { startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from './bare-environment.ts';

/** Where the run's stack is, and what opens it. */
export interface RunningStack {
  pageUrl: string;
  serverUrl: string;
  livekitUrl: string;
  databaseUrl: string;
  livekitApiKey: string;
  livekitApiSecret: string;
  workerKey: string;
  tokenSecret: string;
  /** The processes as they were at the start, for tests that kill them. */
  pids: { server: number; worker: number; livekit: number; database: number };
  /** Holds `<part>.log`. */
  logFolder: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    stack: RunningStack;
  }
}

/** Starts the whole of Orderline for the run, with fresh data and no key of any kind. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { urls, secrets, parts, folder, stop } = await startStack({
    environment: bareEnvironment(),
    // Every caller of a run comes from the same address.
    serverEnvironment: { CALLS_PER_MINUTE_PER_IP: '1000', CALLS_PER_MINUTE: '1000' },
  });
  project.provide('stack', {
    pageUrl: urls.page,
    serverUrl: urls.server,
    livekitUrl: urls.livekit,
    databaseUrl: urls.database,
    ...secrets,
    pids: {
      server: parts.server?.pid ?? 0,
      worker: parts.worker?.pid ?? 0,
      livekit: parts.livekit?.pid ?? 0,
      database: parts.database?.pid ?? 0,
    },
    logFolder: `${folder}/logs`,
  });
  return stop;
}
