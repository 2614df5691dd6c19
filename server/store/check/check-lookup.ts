import { storeOrder, type StoreOrder } from '@orderline/contract/store-api.ts';
import type { OrderPair } from '../store-connector.ts';
import { StoreUnavailableError } from '../store-connector.ts';
import { askStoreApi, jsonOf, type StoreApi, type StoreResponse } from '../store-request.ts';
import { fine, missing, wrong, type Finding } from './finding.ts';
import { missingFacts } from './missing-facts.ts';

export interface LookupChecked {
  readonly findings: readonly Finding[];
  /** The order of the right pair, when it was answered rightly. */
  readonly order: StoreOrder | undefined;
}

/** How the store answers the seed's lookup: to the right pair, to wrong ones, to what is malformed, and without the key. */
export async function checkLookup(api: StoreApi, pair: OrderPair): Promise<LookupChecked> {
  const right = await checkRightPair(api, pair);
  const others = await Promise.all([
    checkRefusals(api, pair),
    checkMalformed(api),
    ...(api.key === ''
      ? []
      : [
          checkWithKey({ ...api, key: '' }, { pair, which: 'without the key' }),
          checkWithKey({ ...api, key: 'not the key' }, { pair, which: 'with a wrong key' }),
        ]),
  ]);
  return { findings: [...right.findings, ...others.flat()], order: right.order };
}

const ask = (api: StoreApi, { orderNumber, factor }: OrderPair): Promise<StoreResponse> =>
  askStoreApi(api, { path: '/lookup', body: { order_number: orderNumber, verification: factor } });

const needed = ({ status }: StoreResponse) =>
  status >= 300 && status < 400 ? 'nobody is followed elsewhere: give the address itself' : '200 is needed';

/** The order, when all of it is answered rightly. */
export async function checkRightPair(api: StoreApi, pair: OrderPair): Promise<LookupChecked> {
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
        findings: [wrong(what, `it answers ${response.status} to a pair that belongs together; ${needed(response)}`)],
        order: undefined,
      };
    }
    body = jsonOf(response);
  } catch (error) {
    return { findings: [wrong(what, faultSentence(error))], order: undefined };
  }
  const tookMs = performance.now() - startedAt;
  const parsed = storeOrder.safeParse(body);
  if (!parsed.success) {
    return {
      findings: parsed.error.issues.map(({ path, message }) => wrong(`${what}, ${path.join('.') || 'body'}`, message)),
      order: undefined,
    };
  }
  return {
    findings: [...timing(what, tookMs), ...contentType(what, response), ...missingFacts(parsed.data)],
    order: parsed.data,
  };
}

const patienceMs = 3000;
const fillerMs = 1500;

function timing(what: string, ms: number): Finding[] {
  const took = `in ${Math.round(ms)} ms`;
  if (ms > patienceMs) return [wrong(what, `answered ${took}; Orderline waits for ${patienceMs} ms`)];
  return [fine(what, `answered ${took}${ms > fillerMs ? `; the caller hears a filler after ${fillerMs} ms` : ''}`)];
}

function contentType(what: string, { headers }: StoreResponse): Finding[] {
  const type = headers.get('content-type') ?? 'none';
  return type.includes('json') ? [] : [missing(`${what}, content-type`, `${type}, though the answer is JSON`)];
}

/** An unknown order and a wrong e-mail: nobody may learn from the answer which orders there are. */
async function checkRefusals(api: StoreApi, pair: OrderPair): Promise<Finding[]> {
  const [unknown, wrongEmail] = await Promise.all([
    refusal(api, 'an unknown order', { ...pair, orderNumber: 'ORD-00000' }),
    refusal(api, 'a wrong e-mail', { ...pair, factor: { email: 'nobody@example.invalid' } }),
  ]);
  const findings = [unknown.finding, wrongEmail.finding];
  const bothRefuse = unknown.response?.status === 404 && wrongEmail.response?.status === 404;
  if (!bothRefuse || unknown.response?.text === wrongEmail.response?.text) return findings;
  const says = 'its body tells one from the other: anyone can learn which orders there are';
  return [...findings, wrong('POST /lookup, an unknown order and a wrong e-mail', says)];
}

async function refusal(
  api: StoreApi,
  which: string,
  pair: OrderPair,
): Promise<{ finding: Finding; response?: StoreResponse }> {
  const what = `POST /lookup, ${which}`;
  try {
    const response = await ask(api, pair);
    const { status } = response;
    if (status === 404) return { finding: fine(what, '404'), response };
    const says =
      status === 200
        ? 'it gives an order away: e-mail and phone must be compared before anything is answered'
        : `it answers ${status}; 404 is needed, the same for an unknown order and a wrong e-mail`;
    return { finding: wrong(what, says), response };
  } catch (error) {
    return { finding: wrong(what, faultSentence(error)) };
  }
}

async function checkMalformed(api: StoreApi): Promise<Finding[]> {
  const what = 'POST /lookup, a malformed body';
  try {
    const { status } = await askStoreApi(api, { path: '/lookup', body: { order_number: 12_345 } });
    return status >= 400 && status < 500
      ? [fine(what, String(status))]
      : [wrong(what, `it answers ${status}; what is malformed must be refused with 400`)];
  } catch (error) {
    return [wrong(what, faultSentence(error))];
  }
}

async function checkWithKey(api: StoreApi, { pair, which }: { pair: OrderPair; which: string }): Promise<Finding[]> {
  const what = `POST /lookup, ${which}`;
  try {
    const { status } = await ask(api, pair);
    if (status !== 401 && status !== 403)
      return [wrong(what, `it answers ${status}; 401 is needed, or anyone can ask`)];
    const unclear = '401 with a WWW-Authenticate header is needed: else a wrong key looks like a wrong e-mail';
    return [wrong(what, `it answers ${status}; ${unclear}`)];
  } catch (error) {
    const isRefused = error instanceof StoreUnavailableError && error.reason === 'key_refused';
    return [isRefused ? fine(what, '401') : wrong(what, faultSentence(error))];
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
