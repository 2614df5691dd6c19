import { storeOrder } from '@orderline/contract/store-api.ts';
import { isFactorOf } from '../identity/factor.ts';
import type { Order } from '../orders/order.ts';
import { cleanOrder } from './clean-order.ts';
import { plainText } from './plain-text.ts';
import { orderOfStore } from './remote-order.ts';
import { StoreUnavailableError, type OrderPair } from './store-connector.ts';
import { askStoreApi, jsonOf, type StoreApi, type StoreResponse } from './store-request.ts';

const longestAddress = 300;

export interface LookupAnswer {
  readonly order: Order;
  /** Whole, in one line, as the store writes it. */
  readonly shippingAddress: string | undefined;
}

/** The seed's lookup, `POST {url}/lookup`. Undefined when the pair does not belong together. */
export async function lookUpRemotely(
  api: StoreApi,
  { orderNumber, factor }: OrderPair,
): Promise<LookupAnswer | undefined> {
  const response = await askStoreApi(api, {
    path: '/lookup',
    body: { order_number: orderNumber, verification: factor },
  });
  if ([401, 403, 404].includes(response.status)) return undefined;
  if (response.status !== 200) throw new StoreUnavailableError('unexpected_status');
  const answer = parseAnswer(response, orderNumber);
  // A store that tells what is on file must agree: an API that forgot to compare would give every order away.
  const { contact } = answer.order;
  const onFile = 'email' in factor ? contact.email : contact.phone;
  return onFile !== undefined && !isFactorOf(contact, factor) ? undefined : answer;
}

function parseAnswer(response: StoreResponse, orderNumber: string): LookupAnswer {
  const answer = storeOrder.safeParse(jsonOf(response));
  if (!answer.success || !isSameNumber(answer.data.order_number, orderNumber)) {
    throw new StoreUnavailableError('malformed');
  }
  return {
    order: cleanOrder(orderOfStore(answer.data, orderNumber)),
    shippingAddress: plainText(answer.data.shipping_address, longestAddress),
  };
}

const isSameNumber = (one: string, other: string) => lettersAndDigits(one) === lettersAndDigits(other);
const lettersAndDigits = (text: string) => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
