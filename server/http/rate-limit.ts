import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, RouteShorthandOptions } from 'fastify';
import { problem } from './problem-response.ts';

/** Makes `limitedTo` work; registered before the routes that use it. */
export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    // IPv6 hands out a whole /64 to one customer.
    keyGenerator: ({ ip }) => networkOf(ip),
    errorResponseBuilder: (_request, { ttl }) =>
      problem('too_many_requests', {
        detail: 'Too many requests from here: wait, then try again',
        retryAfterSeconds: Math.ceil(ttl / 1000),
      }),
  });
}

/** Route option: so many requests a minute from one address (or one IPv6 network). */
export const limitedTo = (perMinute: number): Pick<RouteShorthandOptions, 'config'> => ({
  config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } },
});

/** The address itself for IPv4, the /64 network for IPv6. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::');
  const before = groupsOf(head);
  const elided = address.includes('::') ? 8 - before.length - groupsOf(tail).length : 0;
  const groups = [...before, ...Array.from({ length: elided }, () => '0'), ...groupsOf(tail)];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

const groupsOf = (text: string) => text.split(':').filter((group) => group !== '');
