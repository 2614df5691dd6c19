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
export function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip;
  const [head = '', tail] = ip.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter((group) => group !== '').length;
  const full = [...groups, ...Array.from({ length: missing }, () => '0')];
  return `${full
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
