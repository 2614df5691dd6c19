import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Both loopbacks: a browser that is sent to `localhost` may try the other one first. */
const loopbacks = ['127.0.0.1', '::1'];
/** Ports handed out and perhaps not yet listened on: never given twice. */
const given = new Set<number>();

function isAbsentFamily(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(String(error.code));
}

async function listenTcp(host: string, port: number): Promise<number> {
  const server = createServer().listen({ host, port, exclusive: true });
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : port;
}

async function bindUdp(host: string, port: number): Promise<number> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  socket.bind({ address: host, port, exclusive: true });
  await once(socket, 'listening');
  const bound = socket.address().port;
  socket.close();
  await once(socket, 'close');
  return bound;
}

const probes = { tcp: listenTcp, udp: bindUdp };

async function isFree(port: number, protocol: keyof typeof probes): Promise<boolean> {
  if (given.has(port)) return false;
  for (const host of loopbacks) {
    try {
      await probes[protocol](host, port);
    } catch (error) {
      if (!isAbsentFamily(error)) return false;
    }
  }
  return true;
}

/**
 * A port of this machine's loopback that nobody listens on: the preferred one if it is free, else any. The same port
 * is not given twice by one process.
 */
export async function freePort(preferred?: number, protocol: keyof typeof probes = 'tcp'): Promise<number> {
  const chosen = preferred !== undefined && (await isFree(preferred, protocol)) ? preferred : await anyPort(protocol);
  given.add(chosen);
  return chosen;
}

/** Gives a port back, so that the next start in this process may have it. */
export function returnPort(port: number): void {
  given.delete(port);
}

async function anyPort(protocol: keyof typeof probes): Promise<number> {
  for (;;) {
    const port = await probes[protocol]('127.0.0.1', 0);
    if (await isFree(port, protocol)) return port;
  }
}
