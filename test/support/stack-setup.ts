import type { TestProject } from 'vitest/node';
import { type StackOptions, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from './bare-environment.ts';

/** Where the run's stack is, and what opens it. */
export interface RunningStack {
  pageUrl: string;
  serverUrl: string;
  livekitUrl: string;
  /** Where telephones ring, on a stack that has one. */
  sipPort: number;
  databaseUrl: string;
  livekitApiKey: string;
  livekitApiSecret: string;
  workerKey: string;
  tokenSecret: string;
  /** The processes as they were at the start, for tests that kill them. */
  pids: { server: number; worker: number; livekit: number; sip: number; database: number };
  /** Holds `<part>.log`. */
  logFolder: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    stack: RunningStack;
  }
}

/** Starts the whole of Orderline for the run, with fresh data and no key of any kind. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideStack(project, {});
}

/** The same with more to it; what runs is given to the tests as `stack`. */
export async function provideStack(project: TestProject, options: StackOptions): Promise<() => Promise<void>> {
  const { urls, ports, secrets, parts, folder, stop } = await startStack({
    ...options,
    environment: bareEnvironment(),
    // Every caller of a run comes from the same address.
    serverEnvironment: { CALLS_PER_MINUTE_PER_IP: '1000', CALLS_PER_MINUTE: '1000' },
  });
  project.provide('stack', {
    pageUrl: urls.page,
    serverUrl: urls.server,
    livekitUrl: urls.livekit,
    sipPort: ports.sip,
    databaseUrl: urls.database,
    ...secrets,
    pids: {
      server: parts.server?.pid ?? 0,
      worker: parts.worker?.pid ?? 0,
      livekit: parts.livekit?.pid ?? 0,
      sip: parts.sip?.pid ?? 0,
      database: parts.database?.pid ?? 0,
    },
    logFolder: `${folder}/logs`,
  });
  return stop;
}
