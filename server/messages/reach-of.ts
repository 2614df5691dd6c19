import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Reach } from '../changes/change-facts.ts';
import type { Database } from '../database/schema.ts';
import type { Order } from '../orders/order.ts';
import { findConsent } from './consents-table.ts';
import { phoneKey } from './phone-key.ts';
import { recipientOf, type Addressed } from './recipient-rule.ts';
import { findSuppression } from './suppressions-table.ts';

/**
 * How a customer can be told (DESIGN §6, messages): who answered no, or has stopped our texts, is never texted; whoever
 * was never asked is asked. A mailbox that does not exist is none.
 */
export async function reachOf(
  context: AppContext,
  database: Kysely<Database>,
  { contact: { phone, email } }: Pick<Order, 'contact'>,
): Promise<Reach> {
  return {
    texting: phone === undefined ? 'never' : await textingOf(context, database, phone),
    hasEmail: email !== undefined && (await mayWriteTo(database, { channel: 'email', recipient: email })),
  };
}

async function textingOf({ config }: AppContext, database: Kysely<Database>, phone: string): Promise<Reach['texting']> {
  // A text that was stopped stays stopped, whatever is said in a call: only the phone itself can take it back.
  if (!(await mayWriteTo(database, { channel: 'sms', recipient: phone }))) return 'never';
  const consent = await findConsent(database, phoneKey(config.tokenSecret, phone));
  if (consent === undefined) return 'ask';
  return consent === 'yes' ? 'allowed' : 'never';
}

/** Whether messages to this contact are neither stopped nor known to bounce. */
export async function mayWriteTo(
  database: Kysely<Database>,
  { channel, recipient: contact }: Addressed,
): Promise<boolean> {
  const recipient = recipientOf({ channel, recipient: contact });
  return recipient !== undefined && (await findSuppression(database, { channel, recipient })) === undefined;
}
