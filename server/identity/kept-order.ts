import type { Verification } from '@orderline/contract/order.ts';
import type { AppContext } from '../app-context.ts';
import type { Order } from '../orders/order.ts';
import { askStore } from './ask-store.ts';
import { openFactor, sealFactor } from './sealed-factor.ts';
import { withContact } from './verified-order.ts';

/** A request about an order that outlives its call, as its row has it: what proved the order in the call goes with it. */
export interface KeptRequest {
  readonly call_id: string;
  readonly order_number: string;
  /** Gone once the request is settled. */
  readonly sealed_factor: Buffer | null;
}

export interface KeptOrder {
  /** As the store has it now; undefined when it no longer belongs to whoever asked. */
  readonly order: Order | undefined;
  /** Who asked. */
  readonly asker: Pick<Order, 'orderNumber' | 'contact'>;
}

/** What a request keeps of its call to look its order up after the call has ended. */
export const keepFactor = (
  { config }: Pick<AppContext, 'config'>,
  { callId, orderNumber, factor }: { callId: string; orderNumber: string; factor: Verification },
): Buffer => sealFactor({ secret: config.tokenSecret, callId, orderNumber }, factor);

/** The order that a request is about, for the store's people who settle it. Throws 503 `unavailable`. */
export async function keptOrder(context: AppContext, kept: KeptRequest): Promise<KeptOrder> {
  const factor = keptFactor(context, kept);
  const asker = askerOf(context, kept);
  if (factor === undefined) return { order: undefined, asker };
  const found = await askStore(context, { orderNumber: kept.order_number, factor });
  if (found === undefined) return { order: undefined, asker };
  const order = withContact(found, factor);
  return { order, asker: { ...asker, contact: order.contact } };
}

/** Who asked, as far as it is known without asking the store. */
export function askerOf(context: Pick<AppContext, 'config'>, kept: KeptRequest): KeptOrder['asker'] {
  const unknown = { orderNumber: kept.order_number, contact: { email: undefined, phone: undefined } };
  const factor = keptFactor(context, kept);
  return factor === undefined ? unknown : withContact(unknown, factor);
}

function keptFactor(
  { config }: Pick<AppContext, 'config'>,
  { call_id: callId, order_number: orderNumber, sealed_factor }: KeptRequest,
): Verification | undefined {
  const seal = { secret: config.tokenSecret, callId, orderNumber };
  return sealed_factor === null ? undefined : openFactor(seal, sealed_factor);
}
