import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import type { Order } from '../orders/order.ts';
import { StoreUnavailableError, type OrderPair } from '../store/store-connector.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';

/** The store's answer to a pair. Throws 503 `unavailable`, with a `say`, when it gives none. */
export const askStore = (context: AppContext, pair: OrderPair): Promise<Order | undefined> =>
  fromStore(context, () => context.store.lookUp(pair));

/** What `ask` gets from the store. Throws 503 `unavailable`, with a `say`, when the store gives no answer. */
export async function fromStore<Answer>({ profile }: AppContext, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    throw problem('unavailable', {
      detail: "The store's order system does not answer: try again in a moment",
      say: sayPhrase(profile(), profile().phrases.store_unavailable),
      cause: error,
    });
  }
}
