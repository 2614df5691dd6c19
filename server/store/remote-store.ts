import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ConstantBackoff,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel';
import { storeOrder } from '@orderline/contract/store-api.ts';
import { isFactorOf } from '../identity/factor.ts';
import type { Order } from '../orders/order.ts';
import { cleanOrder } from './clean-order.ts';
import { plainText } from './plain-text.ts';
import { readCapped } from './read-capped.ts';
import { orderOfStore } from './remote-order.ts';
import { StoreUnavailableError, type OrderPair, type StoreConnector } from './store-connector.ts';

export interface RemoteStoreOptions {
  /** `STORE_API_URL`, the address below which the store serves `/lookup`. */
  readonly url: string;
  /** `STORE_API_KEY`, sent as a bearer token; empty for none. */
  readonly key: string;
  readonly timeoutMs?: number;
  /** How long the store is left alone after `restAfterFaults` faults in a row. */
  readonly restMs?: number;
}

const restAfterFaults = 5;
const retryAfterMs = 150;
const longestAddress = 300;

/**
 * The store's own order API, by the seed's lookup: `POST {url}/lookup`. Asked once more after a fault, and left alone for
 * a while after several; never followed anywhere else.
 */
export function remoteStore({ url, key, timeoutMs = 3000, restMs = 10_000 }: RemoteStoreOptions): StoreConnector {
  const isFault = handleWhen((error) => error instanceof StoreUnavailableError && error.reason !== 'key_refused');
  const policy = wrap(
    circuitBreaker(isFault, { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(restAfterFaults) }),
    retry(isFault, { maxAttempts: 1, backoff: new ConstantBackoff(retryAfterMs) }),
  );
  const lookUp = async (pair: OrderPair) => {
    try {
      return await policy.execute(() => ask({ url, key, timeoutMs }, pair));
    } catch (error) {
      throw error instanceof BrokenCircuitError ? new StoreUnavailableError('resting', error) : error;
    }
  };
  return {
    lookUp: async (pair) => (await lookUp(pair))?.order,
    shippingAddress: async (pair) => (await lookUp(pair))?.shippingAddress,
    variantsOf: () => Promise.resolve(new Map()),
    changes: { kind: 'remote', send: () => Promise.reject(new StoreUnavailableError('unexpected_status')) },
  };
}

interface Answer {
  readonly order: Order;
  readonly shippingAddress: string | undefined;
}

async function ask(
  { url, key, timeoutMs }: { url: string; key: string; timeoutMs: number },
  { orderNumber, factor }: OrderPair,
): Promise<Answer | undefined> {
  let response: Response;
  let text: string | undefined;
  try {
    response = await fetch(`${url.replace(/\/+$/, '')}/lookup`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ order_number: orderNumber, verification: factor }),
      // What is sent proves an order: it goes to the configured address only.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await readCapped(response);
  } catch (error) {
    const isSlow = error instanceof DOMException && error.name === 'TimeoutError';
    throw new StoreUnavailableError(isSlow ? 'slow' : 'unreachable', error);
  }
  if (isVerdictOnPair(response)) return undefined;
  if (response.status !== 200) throw new StoreUnavailableError('unexpected_status');
  if (text === undefined) throw new StoreUnavailableError('too_large');
  const { order, shippingAddress } = parseAnswer(text, orderNumber);
  // A store that tells what is on file must agree: an API that forgot to compare would give every order away.
  const { contact } = order;
  const onFile = 'email' in factor ? contact.email : contact.phone;
  return onFile !== undefined && !isFactorOf(contact, factor)
    ? undefined
    : { order: cleanOrder(order), shippingAddress };
}

/** 404 and 403, and a 401 that is not about our key: that one asks for another (RFC 9110, 15.5.2). */
function isVerdictOnPair({ status, headers }: Response): boolean {
  if (status !== 401) return status === 404 || status === 403;
  if (headers.has('www-authenticate')) throw new StoreUnavailableError('key_refused');
  return true;
}

function parseAnswer(text: string, orderNumber: string): Answer {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new StoreUnavailableError('malformed');
  }
  const answer = storeOrder.safeParse(json);
  // The cause would carry what the store sent into the log: personal data stays out of it.
  if (!answer.success || !isSameNumber(answer.data.order_number, orderNumber))
    throw new StoreUnavailableError('malformed');
  return {
    order: orderOfStore(answer.data, orderNumber),
    shippingAddress: plainText(answer.data.shipping_address, longestAddress),
  };
}

const isSameNumber = (one: string, other: string) => lettersAndDigits(one) === lettersAndDigits(other);
const lettersAndDigits = (text: string) => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
