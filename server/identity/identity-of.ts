import type { LookupResponse } from '@orderline/contract/order.ts';
import type { AppContext } from '../app-context.ts';
import { lookupView } from '../orders/order-view.ts';
import { StoreUnavailableError } from '../store/store-connector.ts';
import { attemptsLeft } from './attempt-limit-rule.ts';
import { countFailuresOfCall } from './failed-lookups-table.ts';
import { verifiedPairs } from './verified-order.ts';

export interface Identity {
  readonly attempts_left: number;
  readonly verified_orders: LookupResponse[];
}

/**
 * What a call has proved so far, for the job that takes it. An order that the store cannot tell right now is left out: it
 * stays verified, and is there again when it is asked for.
 */
export async function identityOf(context: AppContext, callId: string): Promise<Identity> {
  const profile = context.profile();
  const [failures, pairs] = await Promise.all([
    countFailuresOfCall(context.database, callId),
    verifiedPairs(context, callId),
  ]);
  const orders = await Promise.all(pairs.map((pair) => context.store.lookUp(pair).catch(whenUnavailable)));
  const telling = { profile, now: context.clock() };
  return {
    attempts_left: attemptsLeft(failures, profile.limits),
    verified_orders: orders.flatMap((order) => (order === undefined ? [] : [lookupView(order, telling)])),
  };
}

function whenUnavailable(error: unknown): undefined {
  if (!(error instanceof StoreUnavailableError)) throw error;
  return undefined;
}
