import type { Verification } from '@orderline/contract/order.ts';
import type { Order } from '../orders/order.ts';

/** What an order is asked for again by, of the contacts on it. */
export function contactFactor({ email, phone }: Order['contact']): Verification | undefined {
  if (email !== undefined) return { email };
  return phone === undefined ? undefined : { phone };
}
