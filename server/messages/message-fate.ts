import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import type { MessageRow } from './messages-table.ts';
import { recipientOf, type Addressed } from './recipient-rule.ts';
import { keptReason } from './sender-rule.ts';
import { findSuppression } from './suppressions-table.ts';

export type Fate = Pick<MessageRow, 'last_error'> & { readonly state: 'queued' | 'kept' | 'suppressed' };

/** Whether a message to this recipient is to be sent as things are now: `queued`, or why not. */
export async function messageFate(
  { config }: Pick<AppContext, 'config'>,
  database: Kysely<Database>,
  { channel, recipient: given }: Addressed,
): Promise<Fate> {
  const recipient = recipientOf({ channel, recipient: given });
  if (recipient === undefined) return { state: 'suppressed', last_error: 'the recipient is no valid contact' };
  const suppressed = await findSuppression(database, { channel, recipient });
  if (suppressed !== undefined) return { state: 'suppressed', last_error: suppressed };
  const kept = keptReason(config.messaging, { channel, recipient });
  return kept === undefined ? { state: 'queued', last_error: null } : { state: 'kept', last_error: kept };
}
