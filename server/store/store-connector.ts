import type { Kysely } from 'kysely';
import type { Verification } from '@orderline/contract/order.ts';
import type { StoreChange } from '@orderline/contract/store-change.ts';
import type { Database } from '../database/schema.ts';
import type { Order, Variant } from '../orders/order.ts';

/** What a caller gives to prove an order. */
export interface OrderPair {
  /** As the store writes it. */
  readonly orderNumber: string;
  readonly factor: Verification;
}

/** `moved`: the order is not as the rules saw it; `out_of_stock`: someone else got the last unit. Nothing was done. */
export type ChangeOutcome = 'done' | 'moved' | 'out_of_stock';

/** The order's lines, each with the variants of its product; without those of which the store does not tell. */
export type VariantsByLine = ReadonlyMap<number, readonly Variant[]>;

/** Where the store keeps its orders: the built-in tables, or its own order API. */
export interface StoreConnector {
  /**
   * The order when number and factor belong together; undefined, after the same work, when they do not or there is no
   * such order. Throws {@link StoreUnavailableError} when the store gives no usable answer.
   */
  lookUp(pair: OrderPair): Promise<Order | undefined>;
  /** The whole address of an order, for a caller who asked; undefined when pair and order do not belong together. */
  shippingAddress(pair: OrderPair): Promise<string | undefined>;
  /** As `database`, which may be a transaction, sees them. Throws {@link StoreUnavailableError}. */
  variantsOf(database: Kysely<Database>, order: Order, lines: readonly number[]): Promise<VariantsByLine>;
  readonly changes: StoreChanges;
}

/** How a change reaches the orders. */
type StoreChanges = BuiltInChanges | RemoteChanges;

/** In the caller's transaction, with everything else that belongs to the change. */
export interface BuiltInChanges {
  readonly kind: 'built_in';
  /** The order as it is, and as it stays until the transaction ends. */
  lockOrder(transaction: Kysely<Database>, orderNumber: string): Promise<Order | undefined>;
  apply(transaction: Kysely<Database>, change: StoreChange, at: Date): Promise<ChangeOutcome>;
}

/**
 * What a store's own API says to a change. `not_offered`: it takes none; `refused`: not this one. After either a person may
 * still do it by hand.
 */
export type StoreVerdict = ChangeOutcome | 'not_offered' | 'refused';

interface RemoteChanges {
  readonly kind: 'remote';
  /** False for a while after the store has answered that it takes no changes. */
  isOffered(): boolean;
  /**
   * By one request under the change's id, which may be repeated. Throws {@link StoreUnavailableError}, after which it is
   * not known whether it was carried out; `signal` gives up waiting.
   */
  send(change: StoreChange, signal?: AbortSignal): Promise<StoreVerdict>;
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
