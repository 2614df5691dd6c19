import type { Kysely } from 'kysely';
import { storeChange, type StoreChange } from '@orderline/contract/store-change.ts';
import type { AppContext } from '../app-context.ts';
import { jobId } from '../database/job-id.ts';
import type { Database } from '../database/schema.ts';
import type { ChangeOutcome } from './store-connector.ts';

const sendChangeJob = 'send-store-change';

/**
 * Carries out what a member of staff or a sweep has settled already: a return that came, a label that expired. Built-in
 * orders change in the caller's transaction, which is rolled back unless the outcome is `done`; a store with its own API
 * is told once it commits, for as long as it takes.
 */
export async function changeOrder(
  context: AppContext,
  transaction: Kysely<Database>,
  change: StoreChange,
): Promise<ChangeOutcome> {
  const { changes } = context.store;
  if (changes.kind === 'built_in') return changes.apply(transaction, change, context.clock());
  await context.jobs.send(transaction, {
    name: sendChangeJob,
    id: jobId(sendChangeJob, change.change_id),
    data: change,
  });
  return 'done';
}

/** Sends such changes to the store's own API; what it will not take stays to be seen among the dead letters. */
export function sendChangesLater({ jobs, store: { changes } }: AppContext): void {
  if (changes.kind === 'built_in') return;
  jobs.work(sendChangeJob, {
    schema: storeChange,
    handler: async (change) => {
      const outcome = await changes.send(change);
      if (outcome !== 'done') throw new Error(`The store did not take the change (${outcome})`);
    },
  });
}
