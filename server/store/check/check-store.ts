import * as z from 'zod/mini';
import type { OrderPair } from '../store-connector.ts';
import type { StoreApi } from '../store-request.ts';
import { checkChanges, checkVariants } from './check-changes.ts';
import { checkLookup, checkRightPair } from './check-lookup.ts';
import type { Finding } from './finding.ts';
import { tryChange } from './try-change.ts';

export interface StoreCheck {
  /** A real order of the store, and a contact on it. */
  readonly pair: OrderPair;
  /** Changes it, and takes that back. */
  readonly isTried: boolean;
}

/** All that can be seen of a store's own order API from outside, in the order in which a developer would mend it. */
export async function checkStore(api: StoreApi, { pair, isTried }: StoreCheck): Promise<Finding[]> {
  // Without it zod/mini says only "Invalid input".
  z.config(z.locales.en());
  const { findings, order } = await checkLookup(api, pair);
  if (order === undefined) return [...findings, await checkChanges(api)];
  const variants = await checkVariants(api, order);
  const changes = await checkChanges(api);
  const lookAgain = async () => (await checkRightPair(api, pair)).order;
  const tried = isTried && changes.is !== 'missing' ? await tryChange(api, { order, lookAgain }) : [];
  return [...findings, variants, changes, ...tried];
}
