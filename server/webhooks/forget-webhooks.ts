import type { AppContext } from '../app-context.ts';
import { deleteToldBefore } from '../orders/told-parcels-table.ts';
import { deleteReceivedBefore } from './incoming-webhooks-table.ts';
import { deleteSettledBefore } from './outgoing-webhooks-table.ts';

const dayMs = 86_400_000;
/** Longer than any sender goes on trying. */
const keptForMs = 30 * dayMs;
/** Longer than any parcel is on its way. */
const parcelsKeptForMs = 180 * dayMs;

/** Deletes what was told and heard more than 30 days ago, and of parcels more than 180; what still waits stays. */
export async function forgetWebhooks({ database, clock }: Pick<AppContext, 'database' | 'clock'>): Promise<void> {
  const now = clock().getTime();
  const before = new Date(now - keptForMs);
  await deleteSettledBefore(database, before);
  await deleteReceivedBefore(database, before);
  await deleteToldBefore(database, new Date(now - parcelsKeptForMs));
}
