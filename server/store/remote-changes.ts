import { storeChangeAnswer, storeChangeRefusal } from '@orderline/contract/store-api.ts';
import type { StoreChange } from '@orderline/contract/store-change.ts';
import { StoreUnavailableError, type ChangeOutcome } from './store-connector.ts';
import { askStoreApi, isNotOffered, jsonOf, type StoreApi } from './store-request.ts';

/**
 * One change, `POST {url}/changes` under its id as `Idempotency-Key`: what may be sent again when the answer was lost.
 * Throws {@link StoreUnavailableError}, with the reason `not_offered` for a store that takes no changes.
 */
export async function sendChange(api: StoreApi, change: StoreChange): Promise<ChangeOutcome> {
  const response = await askStoreApi(api, { path: '/changes', body: change, idempotencyKey: change.change_id });
  if (isNotOffered(response)) throw new StoreUnavailableError('not_offered');
  if (response.status === 409) return 'moved';
  if (response.status === 422) {
    const refusal = storeChangeRefusal.safeParse(jsonOf(response));
    return refusal.success && refusal.data.code === 'out_of_stock' ? 'out_of_stock' : 'moved';
  }
  if (response.status !== 200 && response.status !== 201) throw new StoreUnavailableError('unexpected_status');
  // A cut or empty answer is none: nobody is told "done" on the strength of a status line alone.
  if (!storeChangeAnswer.safeParse(jsonOf(response)).success) throw new StoreUnavailableError('malformed');
  return 'done';
}
