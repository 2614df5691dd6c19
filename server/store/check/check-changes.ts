import { storeVariants, type StoreOrder } from '@orderline/contract/store-api.ts';
import { askStoreApi, isNotOffered, jsonOf, type StoreApi } from '../store-request.ts';
import { faultSentence } from './check-lookup.ts';
import { fine, missing, wrong, type Finding } from './finding.ts';

/** Whether the store tells the variants of the order's products. */
export async function checkVariants(api: StoreApi, { items }: StoreOrder): Promise<Finding> {
  const what = 'GET /variants';
  const sku = items.find((item) => item.sku != null)?.sku;
  if (sku == null) return missing(what, 'not tried, as no item of the order has a sku');
  try {
    const response = await askStoreApi(api, { path: `/variants?sku=${encodeURIComponent(sku)}` });
    if (isNotOffered(response)) {
      return missing(what, 'not offered, so exchanges and replacements go to a person instead of being decided');
    }
    if (response.status !== 200) return wrong(what, `it answers ${response.status}; 200 or 404 is needed`);
    const parsed = storeVariants.safeParse(jsonOf(response));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return wrong(`${what}, ${issue?.path.join('.') ?? 'body'}`, issue?.message ?? 'not of the form that is needed');
    }
    const isThere = parsed.data.variants.some((variant) => variant.sku === sku);
    return isThere ? fine(what) : wrong(what, `the variant ${sku} that was asked for is not among them`);
  } catch (error) {
    return wrong(what, faultSentence(error));
  }
}

/** A change without effects, which no store may carry out: changes nothing, and shows whether changes are taken at all. */
export async function checkChanges(api: StoreApi): Promise<Finding> {
  const what = 'POST /changes, a change without effects';
  try {
    const body = { change_id: 'not-a-change', order_number: 'ORD-00000', kind: 'cancellation', effects: [] };
    const response = await askStoreApi(api, { path: '/changes', body, idempotencyKey: 'not-a-change' });
    if (isNotOffered(response)) {
      return missing(what, 'not offered, so whatever a caller wants changed is handed to a person');
    }
    return response.status === 400 || response.status === 422
      ? fine(what, `refused with ${response.status}`)
      : wrong(what, `it answers ${response.status}; what is malformed must be refused with 400`);
  } catch (error) {
    return wrong(what, faultSentence(error));
  }
}
