import { randomUUID } from 'node:crypto';
import type { AlertKind } from '@orderline/contract/alert.ts';
import type { AppContext } from '../app-context.ts';
import { insertOrSeeAlert, lastTold, markAlertTold } from './alerts-table.ts';
import { tellOfAlert } from './tell-of-alert.ts';

const hourMs = 3_600_000;

export interface Alarm {
  readonly kind: AlertKind;
  /** One sentence for whoever runs the service, without personal data. */
  readonly detail: string;
}

/**
 * Something is wrong with the service, or still is: it stands on the desk until `recoverAlert`, and whoever is configured
 * to be told is, at most once an hour for each kind.
 */
export async function raiseAlert(context: AppContext, { kind, detail }: Alarm): Promise<void> {
  const { database, log } = context;
  const at = context.clock();
  await database.transaction().execute(async (transaction) => {
    const alert = await insertOrSeeAlert(transaction, { id: randomUUID(), kind, detail, raised_at: at });
    const told = await lastTold(transaction, kind);
    if (told !== undefined && at.getTime() - told.getTime() < hourMs) return;
    log.warn({ kind, detail }, 'alert');
    await markAlertTold(transaction, alert.id, at);
    await tellOfAlert(context, transaction, { alert, what: 'raised', at });
  });
}
