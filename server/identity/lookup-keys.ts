import { createHmac } from 'node:crypto';
import type { OrderPair } from '../store/store-connector.ts';
import { canonicalFactor } from './factor.ts';

/** By what failed lookups are counted: keyed hashes, of no use to anyone without the secret. */
export interface LookupKeys {
  readonly originKey: string;
  readonly orderKey: string;
  readonly factorKey: string;
}

export function lookupKeys(secret: string, { orderNumber, factor }: OrderPair, originKey: string): LookupKeys {
  const hash = (text: string) => createHmac('sha256', secret).update(`lookup ${text}`).digest('base64url');
  return { originKey, orderKey: hash(`order:${orderNumber}`), factorKey: hash(canonicalFactor(factor)) };
}
