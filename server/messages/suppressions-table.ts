import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { MessageChannel } from './messages-table.ts';

/**
 * Who is not to be written to: texts were stopped, or the mailbox does not exist. It stays when everything else about a
 * person is erased, since it is what keeps us from writing again, and it stays readable under a new secret.
 */
interface SuppressionsTable {
  channel: MessageChannel;
  /** From `recipientOf`. */
  recipient: string;
  reason: 'stopped' | 'bounced';
  at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    suppressions: SuppressionsTable;
  }
}

type Recipient = Pick<SuppressionsTable, 'channel' | 'recipient'>;

/** A wish weighs more than a failure: who has stopped our texts stays stopped. */
export async function insertSuppression(database: Kysely<Database>, suppression: SuppressionsTable): Promise<void> {
  await database
    .insertInto('suppressions')
    .values(suppression)
    .onConflict((conflict) =>
      conflict
        .columns(['channel', 'recipient'])
        .doUpdateSet({ reason: suppression.reason, at: suppression.at })
        .where('suppressions.reason', '=', 'bounced'),
    )
    .execute();
}

export async function deleteSuppression(database: Kysely<Database>, { channel, recipient }: Recipient): Promise<void> {
  await database.deleteFrom('suppressions').where('channel', '=', channel).where('recipient', '=', recipient).execute();
}

/** Whether this recipient is not to be written to, and why. */
export async function findSuppression(
  database: Kysely<Database>,
  { channel, recipient }: Recipient,
): Promise<SuppressionsTable['reason'] | undefined> {
  const found = await database
    .selectFrom('suppressions')
    .select('reason')
    .where('channel', '=', channel)
    .where('recipient', '=', recipient)
    .executeTakeFirst();
  return found?.reason;
}
