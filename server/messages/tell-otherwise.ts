import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import { findNotice, markTold } from './customer-notices-table.ts';
import type { MessageRow } from './messages-table.ts';
import type { Notice } from './notice.ts';
import { reachOf } from './reach-of.ts';
import { emailNotice, textNotice } from './send-notice.ts';

/**
 * Told of a message that cannot reach its recipient: tells the same the other way, where that may be and was not done
 * already (ROBUSTNESS, fault 23).
 */
export async function tellOtherwise(
  context: AppContext,
  transaction: Kysely<Database>,
  { channel, dedupe_key }: MessageRow,
): Promise<void> {
  const key = dedupe_key.replace(/ (sms|email)$/, '');
  const told = await findNotice(transaction, key);
  if (told === undefined) return;
  const { phone, email } = told;
  const { texting, hasEmail } = await reachOf(context, transaction, {
    contact: { phone: phone ?? undefined, email: email ?? undefined },
  });
  const same = {
    notice: told.notice as Notice,
    orderNumber: told.order_number,
    callId: told.call_id ?? undefined,
    key,
  };
  if (channel === 'email' && told.texted === null && phone !== null && texting === 'allowed') {
    await markTold(transaction, key, { texted: await textNotice(context, transaction, { ...same, recipient: phone }) });
  }
  if (channel === 'sms' && told.emailed === null && email !== null && hasEmail) {
    await markTold(transaction, key, {
      emailed: await emailNotice(context, transaction, { ...same, recipient: email }),
    });
  }
}
