import { readFileSync } from 'node:fs';
import { socketsOf } from './sockets-of.ts';

/** The UDP ports that a process has open. Reads /proc, so on Linux only. */
export function udpPorts(pid: number): number[] {
  const sockets = socketsOf(pid);
  // One that takes both IPv4 and IPv6 stands in the second table.
  return ['udp', 'udp6']
    .flatMap((table) => readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1))
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , , , , , , , , inode = '']) => sockets.has(inode))
    .map(([, local = '']) => Number.parseInt(local.split(':')[1] ?? '', 16));
}
