import type { Verification } from '@orderline/contract/order.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import type { Order } from '../orders/order.ts';
import { canonicalOrderNumber } from '../store-profile/order-number-format.ts';
import { askStore } from './ask-store.ts';
import { openFactor } from './sealed-factor.ts';
import { findVerifiedOrders } from './verified-orders-table.ts';

export interface VerifiedInCall {
  readonly order: Order;
  /** What proved it, and so is on file. */
  readonly factor: Verification;
}

/**
 * An order that this call has proved, as the store has it now. Throws 404 `not_found`, the same for an order that does not
 * exist and for one that was not proved in this call; 503 `unavailable`.
 */
export async function verifiedOrder(
  context: AppContext,
  { callId, orderNumber }: { callId: string; orderNumber: string },
): Promise<VerifiedInCall> {
  const wanted = canonicalOrderNumber(context.profile().order_number_formats, orderNumber);
  const factor = (await verifiedPairs(context, callId)).find((pair) => pair.orderNumber === wanted)?.factor;
  const order =
    wanted === undefined || factor === undefined ? undefined : await askStore(context, { orderNumber: wanted, factor });
  if (order === undefined || factor === undefined) {
    throw problem('not_found', { detail: 'No order of this number has been verified in this call' });
  }
  return { order: withContact(order, factor), factor };
}

/** What proved an order is on file, also where the store does not say so. */
export const withContact = <Of extends Pick<Order, 'contact'>>(order: Of, factor: Verification): Of => ({
  ...order,
  contact: {
    email: order.contact.email ?? ('email' in factor ? factor.email : undefined),
    phone: order.contact.phone ?? ('phone' in factor ? factor.phone : undefined),
  },
});

/** What this call has proved, first the one proved first. */
export async function verifiedPairs({ database, config }: AppContext, callId: string) {
  const rows = await findVerifiedOrders(database, callId);
  return rows.flatMap(({ orderNumber, sealedFactor }) => {
    const factor = openFactor({ secret: config.tokenSecret, callId, orderNumber }, sealedFactor);
    return factor === undefined ? [] : [{ orderNumber, factor }];
  });
}
