import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import { freePort } from '../../../stack/free-port.ts';
import type { Stack } from '../../../stack/start-stack.ts';
import { RoomCaller } from '../../support/room-caller.ts';
import { type Peer, peerName } from './peer-name.ts';

/** Something that answers calls. */
export interface Subject {
  name: string;
  call: () => Promise<RoomCaller>;
  stop: () => Promise<void>;
}

export function ours(stack: Stack): Subject {
  return {
    name: 'orderline',
    call: () => RoomCaller.call(stack.urls.server),
    stop: () => Promise.resolve(),
  };
}

/** The framework itself, as a worker of its own at the same LiveKit server. */
export async function peerSubject(peer: Peer, stack: Stack, modelUrl: string): Promise<Subject> {
  const { livekitApiKey, livekitApiSecret } = stack.secrets;
  const worker = spawn(process.execPath, [fileURLToPath(new URL('./peer-agent.ts', import.meta.url)), 'start'], {
    env: {
      ...process.env,
      PEER: peer,
      PEER_HEALTH_PORT: String(await freePort()),
      OPENAI_BASE_URL: modelUrl,
      LIVEKIT_URL: stack.urls.livekit,
      LIVEKIT_API_KEY: livekitApiKey,
      LIVEKIT_API_SECRET: livekitApiSecret,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await registered(worker);
  let calls = 0;
  return {
    name: `@livekit/agents, ${peer}`,
    call: async () => {
      const room = `${peer}-${String(++calls)}-${String(process.pid)}`;
      const token = await new SignJWT({
        video: { room, roomJoin: true, canPublish: true, canSubscribe: true },
        roomConfig: { agents: [{ agentName: peerName(peer) }] },
      })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(livekitApiKey)
        .setSubject('caller')
        .setExpirationTime('10m')
        .sign(new TextEncoder().encode(livekitApiSecret));
      return RoomCaller.join({ server_url: stack.urls.livekit, participant_token: token, visit_token: '' });
    },
    stop: async () => {
      worker.kill('SIGINT');
      // It waits for its calls, however they ended.
      const impatient = setTimeout(() => worker.kill('SIGKILL'), 3_000);
      if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
      clearTimeout(impatient);
    },
  };
}

async function registered(worker: ChildProcess): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (/registered worker/i.test(output)) resolve();
    };
    worker.stdout?.on('data', read);
    worker.stderr?.on('data', read);
    worker.once('exit', () => reject(new Error(`The peer's worker ended: ${output.slice(-2_000)}`)));
  });
}
