import { storeChangeAnswer, storeChangeRefusal } from '@orderline/contract/store-api.ts';
import type { StoreChange } from '@orderline/contract/store-change.ts';
import { StoreUnavailableError, type StoreVerdict } from './store-connector.ts';
import { askStoreApi, isNotOffered, jsonOf, type StoreApi, type StoreResponse } from './store-request.ts';

/**
 * One change, `POST {url}/changes` under its id as `Idempotency-Key`: what may be sent again when the answer was lost.
 * Throws {@link StoreUnavailableError} where nobody can tell whether it was carried out.
 */
export async function sendChange(api: StoreApi, change: StoreChange, signal?: AbortSignal): Promise<StoreVerdict> {
  const response = await askStoreApi(api, {
    path: '/changes',
    body: change,
    idempotencyKey: change.change_id,
    ...(signal === undefined ? {} : { signal }),
  });
  if (isNotOffered(response)) return 'not_offered';
  const { status } = response;
  if (status === 409) return 'moved';
  if (status === 422) return refusalOf(response);
  if (status === 401 || status === 403) throw new StoreUnavailableError('key_refused');
  // Whatever else is wrong with the request, it is wrong each time.
  if (status >= 400 && status < 500 && !isForLater(status)) return 'refused';
  if (status !== 200 && status !== 201) throw new StoreUnavailableError('unexpected_status');
  // A cut or empty answer is none: nobody is told "done" on the strength of a status line alone.
  if (!storeChangeAnswer.safeParse(jsonOf(response)).success) throw new StoreUnavailableError('malformed');
  return 'done';
}

function refusalOf(response: StoreResponse): StoreVerdict {
  const refusal = storeChangeRefusal.safeParse(jsonOf(response));
  return refusal.success && refusal.data.code === 'out_of_stock' ? 'out_of_stock' : 'refused';
}

/** 408 Request Timeout, 425 Too Early, 429 Too Many Requests. */
const isForLater = (status: number) => status === 408 || status === 425 || status === 429;
