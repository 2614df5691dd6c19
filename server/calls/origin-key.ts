import { createHmac } from 'node:crypto';
import { networkOf } from '../http/rate-limit.ts';

/**
 * What counts a visitor's attempts across calls (DESIGN §6) without storing an address: the same for every call from
 * one address or IPv6 network, and of no use to anyone without `secret`.
 */
export const originKeyOf = (secret: string, ip: string): string => `ip:${keyed(secret, networkOf(ip))}`;

/**
 * The same for a caller's number, however it is written. Those who withhold theirs are counted as one caller: it must not
 * be the way around the limit.
 */
export const phoneOriginKey = (secret: string, number: string | undefined): string =>
  `phone:${keyed(secret, number?.replaceAll(/\D/g, '').slice(-10) ?? 'withheld')}`;

const keyed = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('base64url');
