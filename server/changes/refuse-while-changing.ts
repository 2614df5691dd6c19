import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import { problem, type ProblemError } from '../http/problem-response.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { findPendingChangeOfOrder } from './pending-changes-table.ts';

/**
 * Throws 422 `refused`, or the code given, where another change of an order that the store keeps itself is not settled yet:
 * what the order will be then, nobody knows.
 */
export async function refuseWhileChanging(
  context: AppContext,
  database: Kysely<Database>,
  orderNumber: string,
): Promise<void> {
  if (context.store.changes.kind === 'built_in') return;
  const pending = await findPendingChangeOfOrder(database, orderNumber);
  if (pending !== undefined) throw changePending(context, 'refused', pending);
}

export function changePending(
  { profile }: AppContext,
  code: 'refused' | 'order_moved',
  { escalation_id }: { readonly escalation_id: string | null },
): ProblemError {
  const { still_changing, with_team } = profile().store_change_phrases;
  return problem(code, {
    reason: 'change_pending',
    say: sayPhrase(profile(), escalation_id === null ? still_changing : with_team),
    offers: ['wait'],
  });
}
