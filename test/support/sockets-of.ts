import { readdirSync, readlinkSync } from 'node:fs';

/** The inodes of a process's open sockets, by which /proc/net lists them. Reads /proc, so on Linux only. */
export function socketsOf(pid: number): Set<string> {
  const folder = `/proc/${pid}/fd`;
  return new Set(readdirSync(folder).flatMap((fd) => socketAt(`${folder}/${fd}`) ?? []));
}

function socketAt(link: string): string | undefined {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.[1];
  } catch {
    // Closed since it was listed.
    return undefined;
  }
}
