import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { addressKind } from './public-address.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a host name; rejects when it has none. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/**
 * The addresses that a URL leads to, when a webhook may go there; undefined when not. `mayBeLoopback` allows this very
 * machine, and it alone without TLS. One address that is not allowed condemns the host: a name that points into the
 * store's network and out of it is a trap. Rejects when the name cannot be resolved.
 */
export async function checkedAddresses(
  { protocol, hostname }: URL,
  { mayBeLoopback, resolve }: { mayBeLoopback: boolean; resolve: Resolve },
): Promise<readonly ResolvedAddress[] | undefined> {
  // The URL's own parser has made decimals of octal, hexadecimal and short forms.
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(host);
  const addresses = family === 0 ? await resolve(host) : [{ address: host, family }];
  const isAllowed = addresses.every(({ address }) => {
    const kind = addressKind(address);
    return kind === 'loopback' ? mayBeLoopback : kind === 'public' && protocol === 'https:';
  });
  return isAllowed && addresses.length > 0 ? addresses : undefined;
}
