import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findProgram } from './find-program.ts';
import type { PartPlan } from './supervise.ts';

interface RedisOptions {
  environment: NodeJS.ProcessEnv;
  port: number;
  password: string;
  /** For its settings, which hold the password: it must not stand in a process list. */
  scratchFolder: string;
}

/**
 * How to run a Redis that only carries messages between LiveKit and livekit-sip: on loopback, behind a password, and
 * without a file. Throws when neither redis-server nor valkey-server is on the PATH.
 */
export async function redisPlan({ environment, port, password, scratchFolder }: RedisOptions): Promise<PartPlan> {
  const command = findProgram(['redis-server', 'valkey-server'], environment['PATH']);
  if (command === undefined) {
    throw new Error(
      'The telephone needs Redis, and neither redis-server nor valkey-server is on the PATH. ' +
        'On Debian or Ubuntu: sudo apt-get install redis-server; on macOS: brew install redis. ' +
        'Or set REDIS_URL to a Redis of your own.',
    );
  }
  const settings = join(scratchFolder, 'redis.conf');
  const lines = [
    'bind 127.0.0.1',
    'protected-mode yes',
    `port ${port}`,
    `requirepass ${password}`,
    'save ""',
    'appendonly no',
    'daemonize no',
    `dir ${JSON.stringify(scratchFolder)}`,
  ];
  await writeFile(settings, `${lines.join('\n')}\n`, { mode: 0o600 });
  return {
    name: 'redis',
    command,
    args: [settings],
    env: { PATH: environment['PATH'], HOME: environment['HOME'] },
    ending: { signal: 'SIGTERM', graceMs: 1000 },
    untilReady: (signal) => untilPong(port, password, signal),
    startTimeoutMs: 10_000,
  };
}

/** Resolves once Redis answers a PING. Rejects when `signal` aborts. */
async function untilPong(port: number, password: string, signal: AbortSignal): Promise<void> {
  while (!(await isPonging(port, password, signal))) await delay(50, undefined, { signal });
}

async function isPonging(port: number, password: string, signal: AbortSignal): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port, signal });
  try {
    await once(socket, 'connect', { signal });
    socket.write(`AUTH ${password}\r\nPING\r\n`);
    for await (const answer of socket.setEncoding('utf8')) if (String(answer).includes('+PONG')) return true;
  } catch {
    signal.throwIfAborted();
  } finally {
    socket.destroy();
  }
  return false;
}
