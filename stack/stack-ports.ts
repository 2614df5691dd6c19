import { freePort, returnPort } from './free-port.ts';

/** The ports of one stack, all on loopback. */
export interface StackPorts {
  server: number;
  livekit: number;
  livekitUdp: number;
  workerHealth: number;
  redis: number;
  sip: number;
}

/** Chooses free ports: the preferred ones where nobody listens on them, others where somebody does. */
export async function chooseStackPorts(preferred: Partial<StackPorts>): Promise<StackPorts> {
  return {
    server: await freePort(preferred.server),
    livekit: await freePort(preferred.livekit),
    livekitUdp: await freePort(preferred.livekitUdp, 'udp'),
    workerHealth: await freePort(preferred.workerHealth),
    redis: await freePort(preferred.redis),
    sip: await freePort(preferred.sip, 'udp'),
  };
}

/** Lets the next stack of this process have them. */
export function returnStackPorts(ports: StackPorts): void {
  for (const port of Object.values(ports) as number[]) returnPort(port);
}
