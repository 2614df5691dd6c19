import ipaddr from 'ipaddr.js';

/** IPv6 that is routed at all (RFC 4291, 2.4, and IANA's registry): the rest is reserved, or carries an IPv4 address. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** Azure's metadata server has an address out of the public range. */
const metadataServers = new Set(['168.63.129.16']);

export type AddressKind = 'public' | 'loopback' | 'forbidden';

/**
 * Where an IP address leads, as the resolver or a URL gives it. `forbidden`: private and shared networks, link-local with
 * the clouds' metadata servers, multicast, unspecified, reserved, tunnels to IPv4, and what is no address. An IPv6 address
 * that only wraps an IPv4 one is judged as that.
 */
export function addressKind(address: string): AddressKind {
  if (!ipaddr.isValid(address)) return 'forbidden';
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === 'loopback') return 'loopback';
  if (range !== 'unicast' || metadataServers.has(parsed.toString())) return 'forbidden';
  return parsed instanceof ipaddr.IPv6 && !parsed.match(globalUnicast) ? 'forbidden' : 'public';
}
