import * as z from 'zod/mini';
import type { AppContext } from '../app-context.ts';
import { toDoByHand, type WhyByHand } from '../changes/effects-in-words.ts';
import { openEscalation } from '../escalations/open-escalation.ts';
import { findUntoldChange, takeUntoldChange, type UntoldChange } from './untold-changes-table.ts';

/** The job that tells the store's own API what has been settled about its orders. */
export const tellStoreJob = 'tell-store';

const tellStoreData = z.object({ change_id: z.uuid(), order_number: z.string() });

/** Tells the store, one change of an order after the other; what it will not take, or not answer, its people do by hand. */
export function tellStoreLater(context: AppContext): void {
  if (context.store.changes.kind === 'built_in') return;
  context.jobs.work(tellStoreJob, {
    schema: tellStoreData,
    handler: async ({ order_number }) => {
      for (;;) {
        const untold = await findUntoldChange(context.database, order_number);
        if (untold === undefined) return;
        await tellStore(context, untold);
      }
    },
    whenDead: ({ change_id }) => handOver(context, change_id, 'unanswered'),
  });
}

async function tellStore(context: AppContext, { change }: UntoldChange): Promise<void> {
  const { changes } = context.store;
  if (changes.kind === 'built_in') return;
  const verdict = await changes.send(change);
  if (verdict === 'done') await takeUntoldChange(context.database, change.change_id);
  else await handOver(context, change.change_id, 'not_taken');
}

/** The customer knows already: a person sees to it that the store's books say so too. */
async function handOver(context: AppContext, changeId: string, why: WhyByHand): Promise<void> {
  await context.database.transaction().execute(async (transaction) => {
    const untold = await takeUntoldChange(transaction, changeId);
    if (untold === undefined) return;
    const { call_id, sealed_factor, order_number, context: told } = untold;
    if (call_id === null || sealed_factor === null) {
      throw new Error('The store did not take a change that came about in no call: see to it by hand');
    }
    const { in_words, ...asItWas } = told;
    await openEscalation(context, transaction, {
      id: changeId,
      call_id,
      order_number,
      sealed_factor,
      matter: 'store_change',
      request: toDoByHand(in_words, why),
      change: null,
      context: asItWas,
      consequences: null,
      asked_at: context.clock(),
    });
  });
}
