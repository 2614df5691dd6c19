import type { Verification } from '@orderline/contract/order.ts';
import type { Order } from '../orders/order.ts';

/** What a caller gives to prove an order. */
export interface OrderPair {
  /** As the store writes it. */
  readonly orderNumber: string;
  readonly factor: Verification;
}

/** Where the store keeps its orders: the built-in tables, or its own order API. */
export interface StoreConnector {
  /**
   * The order when number and factor belong together; undefined, after the same work, when they do not or there is no
   * such order. Throws {@link StoreUnavailableError} when the store gives no usable answer.
   */
  lookUp(pair: OrderPair): Promise<Order | undefined>;
}

export type StoreFault =
  'unreachable' | 'slow' | 'unexpected_status' | 'key_refused' | 'malformed' | 'too_large' | 'resting';

/** The store's order API gave no usable answer. Never a verdict on the pair, so it costs the caller no attempt. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  readonly reason: StoreFault;

  constructor(reason: StoreFault, cause?: unknown) {
    super(`The store's order API gives no usable answer (${reason})`, { cause });
    this.reason = reason;
  }
}
