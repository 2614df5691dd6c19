import { createHmac } from 'node:crypto';
import { canonicalFactor } from '../identity/factor.ts';
import type { Order } from '../orders/order.ts';

/**
 * By whom an order was placed, without saying who: the same for all orders of one e-mail, or of one phone without it. An
 * order of which no contact is known is nobody else's.
 */
export function customerKey(secret: string, { contact, orderNumber }: Pick<Order, 'contact' | 'orderNumber'>): string {
  return createHmac('sha256', secret)
    .update(`claims of ${canonicalContact(contact) ?? orderNumber}`)
    .digest('base64url');
}

function canonicalContact({ email, phone }: Order['contact']): string | undefined {
  if (email !== undefined) return canonicalFactor({ email });
  return phone === undefined ? undefined : canonicalFactor({ phone });
}
