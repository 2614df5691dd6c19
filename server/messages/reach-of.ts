import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Reach } from '../changes/change-facts.ts';
import type { Database } from '../database/schema.ts';
import type { Order } from '../orders/order.ts';
import { findConsent } from './consents-table.ts';
import { phoneKey } from './phone-key.ts';

/**
 * How a customer can be told (DESIGN §6, messages): who answered no, or has stopped our texts, is never texted; whoever
 * was never asked is asked. A mailbox that does not exist is none.
 */
export async function reachOf(
  context: AppContext,
  database: Kysely<Database>,
  { contact }: Pick<Order, 'contact'>,
): Promise<Reach> {
  return { texting: await textingOf(context, database, contact.phone), hasEmail: contact.email !== undefined };
}

async function textingOf(
  { config }: AppContext,
  database: Kysely<Database>,
  phone: string | undefined,
): Promise<Reach['texting']> {
  if (phone === undefined) return 'never';
  const consent = await findConsent(database, phoneKey(config.tokenSecret, phone));
  if (consent === undefined) return 'ask';
  return consent === 'yes' ? 'allowed' : 'never';
}
