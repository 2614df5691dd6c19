import { storeVariants } from '@orderline/contract/store-api.ts';
import type { Variant } from '../orders/order.ts';
import { plainText } from './plain-text.ts';
import { StoreUnavailableError } from './store-connector.ts';
import { askStoreApi, isNotOffered, jsonOf, type StoreApi } from './store-request.ts';

const longestName = 160;

/** The variants of the product of a sku, `GET {url}/variants?sku=…`; undefined where the store does not tell. */
export async function askVariants(api: StoreApi, sku: string): Promise<readonly Variant[] | undefined> {
  const response = await askStoreApi(api, { path: `/variants?sku=${encodeURIComponent(sku)}` });
  if (isNotOffered(response)) return undefined;
  if (response.status !== 200) throw new StoreUnavailableError('unexpected_status');
  const answer = storeVariants.safeParse(jsonOf(response));
  if (!answer.success) throw new StoreUnavailableError('malformed');
  return answer.data.variants.map(({ sku: of, name, options, price, available }) => ({
    sku: of,
    name: plainText(name, longestName) ?? of,
    options: Object.fromEntries(
      Object.entries(options).map(([axis, value]) => [axis, plainText(value, longestName) ?? '']),
    ),
    priceCents: Math.round(price * 100),
    available,
  }));
}
