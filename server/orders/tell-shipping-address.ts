import type { ShippingAddressView } from '@orderline/contract/shipping-address.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { fromStore } from '../identity/ask-store.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import { audit } from '../staff/audit.ts';
import { plainWords } from '../store/plain-words.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';

const longestAddress = 300;

/**
 * The whole address of an order that the call has proved, for a caller who asked for it (seed, "city and zip only, not full
 * address unless they ask"); each reading is in the audit log. Throws 404 `not_found`, 503 `unavailable`.
 */
export async function tellShippingAddress(
  context: AppContext,
  asked: { callId: string; orderNumber: string },
): Promise<ShippingAddressView> {
  const { order, factor } = await verifiedOrder(context, asked);
  const { orderNumber } = order;
  const told = await fromStore(context, () => context.store.shippingAddress({ orderNumber, factor }));
  const address = told === undefined ? undefined : plainWords(told, longestAddress);
  if (address === undefined) throw problem('not_found', { detail: 'The store knows no address of this order' });
  await audit(context.database, {
    staffId: null,
    act: 'shipping_address_read',
    subject: `order:${orderNumber}`,
    detail: { call_id: asked.callId },
  });
  const profile = context.profile();
  const say = sayPhrase(profile, profile.change_phrases.whole_address, { order_number: orderNumber, address });
  return { order_number: orderNumber, address, say };
}
