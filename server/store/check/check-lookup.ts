import { storeOrder, type StoreOrder } from '@orderline/contract/store-api.ts';
import type { OrderPair } from '../store-connector.ts';
import { StoreUnavailableError } from '../store-connector.ts';
import { askStoreApi, jsonOf, type StoreApi, type StoreResponse } from '../store-request.ts';
import { fine, missing, wrong, type Finding } from './finding.ts';

export interface LookupChecked {
  readonly findings: readonly Finding[];
  /** The order of the right pair, when it was answered rightly. */
  readonly order: StoreOrder | undefined;
}

/** How the store answers the seed's lookup: to the right pair, to a wrong one, to an unknown order, without the key. */
export async function checkLookup(api: StoreApi, pair: OrderPair): Promise<LookupChecked> {
  const right = await checkRightPair(api, pair);
  const refusals = await Promise.all([
    checkRefusal(api, 'an unknown order', { ...pair, orderNumber: 'ORD-00000' }),
    checkRefusal(api, 'a wrong e-mail', { ...pair, factor: { email: 'nobody@example.invalid' } }),
  ]);
  const unauthorized = api.key === '' ? [] : [await checkWithoutKey(api, pair)];
  return { findings: [...right.findings, ...refusals, ...unauthorized], order: right.order };
}

const ask = (api: StoreApi, { orderNumber, factor }: OrderPair): Promise<StoreResponse> =>
  askStoreApi(api, { path: '/lookup', body: { order_number: orderNumber, verification: factor } });

async function checkRightPair(api: StoreApi, pair: OrderPair): Promise<LookupChecked> {
  const what = 'POST /lookup';
  const startedAt = performance.now();
  let response: StoreResponse;
  let body: unknown;
  try {
    response = await ask(api, pair);
    if (response.status === 404) {
      return {
        findings: [wrong(what, 'it does not know that order with that e-mail: give --order and --email of a real one')],
        order: undefined,
      };
    }
    if (response.status !== 200) {
      return {
        findings: [wrong(what, `it answers ${response.status} to a pair that belongs together; 200 is needed`)],
        order: undefined,
      };
    }
    body = jsonOf(response);
  } catch (error) {
    return { findings: [wrong(what, faultSentence(error))], order: undefined };
  }
  const tookMs = Math.round(performance.now() - startedAt);
  const parsed = storeOrder.safeParse(body);
  if (!parsed.success) {
    return {
      findings: parsed.error.issues.map(({ path, message }) => wrong(`${what}, ${path.join('.') || 'body'}`, message)),
      order: undefined,
    };
  }
  const slow = tookMs > 1500 ? [missing(what, `it took ${tookMs} ms; the caller hears a filler after 1.5 s`)] : [];
  return { findings: [fine(what, `answered in ${tookMs} ms`), ...slow, ...factsOf(parsed.data)], order: parsed.data };
}

/** What the order does not tell, and what becomes of it. */
function factsOf(order: StoreOrder): Finding[] {
  const escalates = (fact: string, what: string) =>
    missing(`POST /lookup, ${fact}`, `not told, so ${what} go to a person instead of being decided`);
  const hasDelivery = order.delivered_at != null || order.parcels?.some(({ delivered_at }) => delivered_at != null);
  const isDelivered = order.status === 'delivered';
  return [
    ...(order.revision == null
      ? [
          missing(
            'POST /lookup, revision',
            'not told, so a change cannot be refused when the order has moved meanwhile',
          ),
        ]
      : []),
    ...(order.items.some(({ sku }) => sku === undefined) ? [escalates('items.sku', 'exchanges and replacements')] : []),
    ...(order.items.some(({ kind }) => kind === undefined) ? [escalates('items.kind', 'returns')] : []),
    ...(order.items.some(({ final_sale }) => final_sale === undefined)
      ? [escalates('items.final_sale', 'returns')]
      : []),
    ...(isDelivered && hasDelivery !== true ? [escalates('delivered_at', 'returns')] : []),
    ...(order.phone == null ? [missing('POST /lookup, phone', 'not told, so nothing can be texted')] : []),
    ...(order.email == null
      ? [missing('POST /lookup, email', 'not told: only a caller who proved the order by e-mail can be written to')]
      : []),
  ];
}

async function checkRefusal(api: StoreApi, which: string, pair: OrderPair): Promise<Finding> {
  const what = `POST /lookup, ${which}`;
  try {
    const { status } = await ask(api, pair);
    if (status === 404) return fine(what, '404');
    return status === 200
      ? wrong(what, 'it gives an order away: e-mail and phone must be compared before anything is answered')
      : wrong(what, `it answers ${status}; 404 is needed, the same for an unknown order and a wrong e-mail`);
  } catch (error) {
    return wrong(what, faultSentence(error));
  }
}

async function checkWithoutKey(api: StoreApi, pair: OrderPair): Promise<Finding> {
  const what = 'POST /lookup, without the key';
  try {
    const { status } = await ask({ ...api, key: '' }, pair);
    return status === 401 || status === 403
      ? fine(what, String(status))
      : wrong(what, `it answers ${status}; 401 is needed, or anyone can ask`);
  } catch (error) {
    const isRefused = error instanceof StoreUnavailableError && error.reason === 'key_refused';
    return isRefused ? fine(what, '401') : wrong(what, faultSentence(error));
  }
}

/** What stands in the way, and what to do. */
export function faultSentence(error: unknown): string {
  if (!(error instanceof StoreUnavailableError)) throw error;
  switch (error.reason) {
    case 'unreachable':
      return 'it cannot be reached, or breaks off: is the URL right, and is it up?';
    case 'slow':
      return 'it does not answer in time';
    case 'key_refused':
      return 'it refuses the key: give the right one with --key';
    case 'too_large':
      return 'its answer is larger than 256 KB';
    case 'malformed':
      return 'its answer is not JSON';
    case 'unexpected_status':
    case 'resting':
      return 'it gives no usable answer';
  }
}
