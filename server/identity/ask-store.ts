import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import type { Order } from '../orders/order.ts';
import { StoreUnavailableError, type OrderPair } from '../store/store-connector.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';

/** The store's answer to a pair. Throws 503 `unavailable`, with a `say`, when it gives none. */
export async function askStore({ store, profile }: AppContext, pair: OrderPair): Promise<Order | undefined> {
  try {
    return await store.lookUp(pair);
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    throw problem('unavailable', {
      detail: "The store's order system does not answer: try again in a moment",
      say: sayPhrase(profile(), profile().phrases.store_unavailable),
      cause: error,
    });
  }
}
