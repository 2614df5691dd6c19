import { createHmac } from 'node:crypto';
import type { Order } from '../orders/order.ts';

/** By whom an order was placed, without saying who: the same for all orders of one e-mail, or of one phone without it. */
export function customerKey(secret: string, { email, phone }: Order['contact']): string {
  const contact = email?.trim().toLowerCase() ?? phone?.replaceAll(/\D/g, '') ?? '';
  return createHmac('sha256', secret).update(`claims of ${contact}`).digest('base64url');
}
