import type { AlertKind } from '@orderline/contract/alert.ts';
import type { AppContext } from '../app-context.ts';
import { endAlert } from './alerts-table.ts';
import { tellOfAlert } from './tell-of-alert.ts';

/** What was wrong is so no longer: who was told of it is told of that too. Nothing happens when nothing was wrong. */
export async function recoverAlert(context: AppContext, kind: AlertKind): Promise<void> {
  const at = context.clock();
  await context.database.transaction().execute(async (transaction) => {
    const alert = await endAlert(transaction, kind, at);
    if (alert === undefined) return;
    context.log.info({ kind }, 'alert is over');
    if (alert.told_at !== null) await tellOfAlert(context, transaction, { alert, what: 'recovered', at });
  });
}
