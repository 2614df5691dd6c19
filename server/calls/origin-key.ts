import { createHmac } from 'node:crypto';
import { networkOf } from '../http/rate-limit.ts';

/**
 * What counts a visitor's attempts across calls (DESIGN §6) without storing an address: the same for every call from
 * one address or IPv6 network, and of no use to anyone without `secret`.
 */
export const originKeyOf = (secret: string, ip: string): string =>
  `ip:${createHmac('sha256', secret).update(networkOf(ip)).digest('base64url')}`;
