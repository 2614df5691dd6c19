import type { AppContext } from '../app-context.ts';
import { deleteReceivedBefore } from './incoming-webhooks-table.ts';
import { deleteSettledBefore } from './outgoing-webhooks-table.ts';

/** Longer than any sender goes on trying. */
const keptForMs = 30 * 86_400_000;

/** Deletes what was told and heard more than 30 days ago; what still waits stays. */
export async function forgetWebhooks({ database, clock }: Pick<AppContext, 'database' | 'clock'>): Promise<void> {
  const before = new Date(clock().getTime() - keptForMs);
  await deleteSettledBefore(database, before);
  await deleteReceivedBefore(database, before);
}
